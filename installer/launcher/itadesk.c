/* Starts the program: loads the Python of the folder that `current.txt` names and hands it the words
 * of the command line. The same for itadesk.exe (window) and itadesk-cli.exe (console).
 * Shortcuts and associations point here, so that an upgrade changes one line of `current.txt`.
 * It knows nothing of a version: whatever upgrade is broken off, it starts the folder that is named. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define LONGEST 32768 /* characters of a path or message */
#define INCOMPLETE 3  /* exit code */

typedef int (*py_main) (int, wchar_t **);

static const wchar_t START[] =
    L"import sys; sys.argv[0] = sys.executable; "
    L"from itadesk.__main__ import main; sys.exit(main())";

static wchar_t home[LONGEST], app[LONGEST], text[LONGEST];
static char bytes[LONGEST * 3];

/* The part of a path up to and with its last backslash. */
static void cut_name (wchar_t *path)
{
    wchar_t *last = wcsrchr (path, L'\\');
    if (last)
        last[1] = 0;
}

/* Says it where the user looks: a box for the window, standard error for the console. */
static void say (const wchar_t *sentence)
{
#ifdef CONSOLE
    int count = WideCharToMultiByte (CP_UTF8, 0, sentence, -1, bytes, sizeof bytes, NULL, NULL);
    DWORD written;
    if (count > 0)
        bytes[count - 1] = '\n';
    WriteFile (GetStdHandle (STD_ERROR_HANDLE), bytes, count, &written, NULL);
#else
    MessageBoxW (NULL, sentence, L"itadesk", MB_OK | MB_ICONWARNING);
#endif
}

static int refuse (const wchar_t *missing)
{
    _snwprintf (text, LONGEST - 1,
                L"เปิดโปรแกรมไม่ได้ เพราะไฟล์ของโปรแกรมไม่ครบ (ไม่พบ %ls ใน %ls) "
                L"โปรดติดตั้งโปรแกรมใหม่อีกครั้ง ข้อมูลของท่านยังอยู่ครบ", missing, *app ? app : home);
    say (text);
    return INCOMPLETE;
}

/* Reads a short text file into `bytes`, without white space at its end; its length, 0 if none. */
static DWORD read_text (const wchar_t *path)
{
    DWORD length = 0;
    HANDLE file = CreateFileW (path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL,
                               OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return 0;
    ReadFile (file, bytes, sizeof bytes - 1, &length, NULL);
    CloseHandle (file);
    while (length > 0 && (unsigned char) bytes[length - 1] <= ' ')
        length--;
    bytes[length] = 0;
    return length;
}

/* Fills `home` and `app`; 0 when `current.txt` names no folder. */
static int find_folders (void)
{
    GetModuleFileNameW (NULL, home, LONGEST - 80);
    cut_name (home);
    _snwprintf (text, LONGEST - 1, L"%lscurrent.txt", home);
    if (!read_text (text) || strlen (bytes) > 60)
        return 0;
    _snwprintf (app, LONGEST - 1, L"%ls%hs", home, bytes);
    return 1;
}

/* The first of the folder's parts that is not there, NULL when all are; the build wrote the list. */
static const wchar_t *missing_part (void)
{
    static wchar_t part[260];
    _snwprintf (text, LONGEST - 1, L"%ls\\parts.txt", app);
    if (!read_text (text))
        return L"parts.txt";
    for (char *name = strtok (bytes, "\r\n"); name; name = strtok (NULL, "\r\n")) {
        _snwprintf (part, 259, L"%hs", name);
        _snwprintf (text, LONGEST - 1, L"%ls\\%ls", app, part);
        if (GetFileAttributesW (text) == INVALID_FILE_ATTRIBUTES)
            return part;
    }
    return NULL;
}

/* python3xy.dll of the folder, with xy whatever this version carries. */
static HMODULE load_python (void)
{
    WIN32_FIND_DATAW found;
    _snwprintf (text, LONGEST - 1, L"%ls\\python3*.dll", app);
    HANDLE search = FindFirstFileW (text, &found);
    if (search == INVALID_HANDLE_VALUE)
        return NULL;
    int more = 1;
    while (more && wcslen (found.cFileName) <= wcslen (L"python3.dll"))
        more = FindNextFileW (search, &found);
    FindClose (search);
    if (!more)
        return NULL;
    _snwprintf (text, LONGEST - 1, L"%ls\\%ls", app, found.cFileName);
    return LoadLibraryExW (text, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
}

/* The words for Python, then the user's. A leading `-m itadesk` is dropped: so sys.executable can be
 * asked for another process of the program in the words one would use of a plain Python. */
static wchar_t **words_for_python (int *count)
{
    int given, first = 1, all = 0;
    wchar_t **words = CommandLineToArgvW (GetCommandLineW (), &given);
    if (given > 2 && !wcscmp (words[1], L"-m") && !wcscmp (words[2], L"itadesk"))
        first = 3;
    wchar_t **result = calloc (given + 6, sizeof *result);
    result[all++] = words[0];
    result[all++] = L"-X";
    result[all++] = L"utf8";
    result[all++] = L"-c";
    result[all++] = (wchar_t *) START;
    while (first < given)
        result[all++] = words[first++];
    *count = all;
    return result;
}

int wmain (void)
{
    if (!find_folders ())
        return refuse (L"current.txt");
    const wchar_t *missing = missing_part ();
    if (missing)
        return refuse (missing);
    /* neither the current folder nor PATH is searched for DLLs */
    SetDefaultDllDirectories (LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    AddDllDirectory (app);
    HMODULE python = load_python ();
    py_main start = python ? (py_main) (void *) GetProcAddress (python, "Py_Main") : NULL;
    if (!start)
        return refuse (L"python3xy.dll");
    int count;
    wchar_t **words = words_for_python (&count);
    int code = start (count, words);
    if (code && !GetStdHandle (STD_ERROR_HANDLE)) /* nobody else can tell the user */
        say (L"โปรแกรมหยุดทำงานก่อนเปิดหน้าต่าง โปรดเปิดอีกครั้ง "
             L"หากยังไม่ได้ โปรดติดตั้งโปรแกรมใหม่ ข้อมูลของท่านยังอยู่ครบ");
    return code;
}
