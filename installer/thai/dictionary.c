/* Replaces brk_load_default_dict of libthai: thbrk.tri lies beside this DLL, in whatever folder that is.
 * Wide names all the way: a C library of Windows older than 2019 cannot say a Thai one otherwise.
 * Licence: LGPL-2.1 or later, like libthai. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdio.h>
#include <wchar.h>
#include <datrie/trie.h>

#define LONGEST 32768

Trie *brk_load_default_dict (void)
{
    static const wchar_t name[] = L"thbrk.tri";
    static wchar_t path[LONGEST];
    HMODULE self;
    if (!GetModuleHandleExW (GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS
                             | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                             (LPCWSTR) &brk_load_default_dict, &self))
        return NULL;
    DWORD length = GetModuleFileNameW (self, path, LONGEST);
    while (length > 0 && path[length - 1] != L'\\')
        length--;
    if (length == 0 || length + sizeof name / sizeof *name > LONGEST)
        return NULL;
    wcscpy (path + length, name);
    FILE *file = _wfopen (path, L"rb");
    if (!file)
        return NULL;
    Trie *trie = trie_fread (file);
    fclose (file);
    return trie;
}
