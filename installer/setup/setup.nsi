; The installer: per user, Thai, one page. Built by installer/build, which defines
; VERSION, PROGRAM (the finished folder), FILES (its list), SIZE_KB, TARGET, OUT and HERE.
;
; A new version goes into a folder of its own. Only when it is complete does `current.txt` name it,
; in one step; until then the old one is what starts, whatever happens.
;
; Exit codes with /S: 0 done, 1 cancelled, 3 Windows too old or 32 bit, 4 the program or another
; setup is running, 5 a newer version is there, 6 not enough room, 7 failed half-way (old one kept).

Unicode true
Target ${TARGET}
SetCompressor /SOLID /FINAL lzma
SetCompressorDictSize 32
SetDateSave off
CRCCheck force
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
Name "itadesk"
BrandingText "itadesk ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\itadesk"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\itadesk"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"

!include MUI2.nsh
!include x64.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include sentences.nsh

!define MUI_ICON "${HERE}/../launcher/itadesk.ico"
!define MUI_UNICON "${HERE}/../launcher/itadesk.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${HERE}/side.bmp"
!define MUI_WELCOMEPAGE_TITLE "${SAY_WELCOME}"
!define MUI_WELCOMEPAGE_TEXT "${SAY_WHAT_HAPPENS}"
!define MUI_FINISHPAGE_TITLE "${SAY_DONE}"
!define MUI_FINISHPAGE_TEXT "${SAY_HOW_TO_START}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\itadesk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "${SAY_START_NOW}"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "${SAY_INSTALLING}"
!define MUI_PAGE_HEADER_SUBTEXT "${SAY_WAIT}"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "${SAY_REMOVE_FROM}"
!define MUI_PAGE_HEADER_TEXT "${SAY_REMOVE}"
!define MUI_PAGE_HEADER_SUBTEXT "${SAY_UNINSTALL}"
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "${SAY_REMOVE}"
!define MUI_PAGE_HEADER_SUBTEXT "${SAY_WAIT}"
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Thai"

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=${LANG_THAI} "ProductName" "itadesk"
VIAddVersionKey /LANG=${LANG_THAI} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_THAI} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_THAI} "FileDescription" "${SAY_SETUP}"
VIAddVersionKey /LANG=${LANG_THAI} "LegalCopyright" "Apache-2.0"

Var app ; name of the folder this version goes into
Var before ; the version that was installed, or nothing

!macro Refuse CODE TEXT
    SetErrorLevel ${CODE}
    MessageBox MB_OK|MB_ICONEXCLAMATION "${TEXT}" /SD IDOK
    Quit
!macroend
!define Refuse "!insertmacro Refuse"

; $0 is 1 when a launcher cannot be opened for writing: Windows keeps a running program's file.
!macro Running UN
Function ${UN}Running
    StrCpy $0 0
    ${ForEach} $1 1 3 + 1
        StrCpy $0 0
        Push "$INSTDIR\itadesk.exe"
        Call ${UN}Held
        Push "$INSTDIR\itadesk-cli.exe"
        Call ${UN}Held
        ${If} $0 == 0
            ${Break}
        ${EndIf}
        Sleep 400 ; a virus scanner may hold it for a moment
    ${Next}
FunctionEnd

Function ${UN}Held
    Pop $2
    ${If} ${FileExists} "$2"
        ClearErrors
        FileOpen $3 "$2" a
        ${If} ${Errors}
            StrCpy $0 1
        ${Else}
            FileClose $3
        ${EndIf}
    ${EndIf}
FunctionEnd

Function ${UN}WaitUntilClosed
    again:
    Call ${UN}Running
    ${If} $0 == 1
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${SAY_RUNNING}" /SD IDCANCEL IDRETRY again
        SetErrorLevel 4
        Quit
    ${EndIf}
FunctionEnd
!macroend
!insertmacro Running ""
!insertmacro Running "un."

Function .onInit
    System::Call 'kernel32::CreateMutexW(p 0, i 0, w "itadesk-setup") p .r1 ?e'
    Pop $0
    ${If} $0 == 183
        ${Refuse} 4 "${SAY_OTHER_SETUP}"
    ${EndIf}
    ${IfNot} ${RunningX64}
    ${OrIfNot} ${AtLeastBuild} 17763 ; 1809
        ${Refuse} 3 "${SAY_WINDOWS}"
    ${EndIf}
    ReadRegStr $before HKCU "${UNINSTALL_KEY}" "DisplayVersion"
    ${If} $before != ""
        ${VersionCompare} "$before" "${VERSION}" $0
        ${If} $0 == 1
            ${Refuse} 5 "${SAY_NEWER}"
        ${EndIf}
    ${EndIf}
    Call WaitUntilClosed
    Call CheckRoom
FunctionEnd

; Twice the size: what is unpacked passes through the folder for temporary files.
Function CheckRoom
    ClearErrors
    CreateDirectory "$INSTDIR"
    ${If} ${Errors}
        ${Refuse} 7 "${SAY_NO_FOLDER}"
    ${EndIf}
    IntOp $2 ${SIZE_KB} / 512
    IntOp $2 $2 + 50
    ${DriveSpace} "$INSTDIR" "/D=F /S=M" $0
    ${If} $0 < $2
        RMDir "$INSTDIR"
        ${Refuse} 6 "${SAY_NO_ROOM}"
    ${EndIf}
FunctionEnd

; The folder `current.txt` names is never written into.
Function ChooseFolder
    StrCpy $app "app-${VERSION}"
    ClearErrors
    FileOpen $1 "$INSTDIR\current.txt" r
    ${IfNot} ${Errors}
        FileRead $1 $2
        FileClose $1
        ${If} $2 == $app
            StrCpy $app "app-${VERSION}-again"
        ${EndIf}
    ${EndIf}
FunctionEnd

; Puts $1 in the place of $2 in one step.
Function PutInPlace
    System::Call 'kernel32::MoveFileExW(w r1, w r2, i 9) i .r0'
    ${If} $0 == 0
        Call GiveUp
    ${EndIf}
FunctionEnd

Function GiveUp
    SetErrorLevel 7
    MessageBox MB_OK|MB_ICONEXCLAMATION "${SAY_FAILED}" /SD IDOK
    Abort
FunctionEnd

Section "itadesk"
    DetailPrint "${SAY_COPYING}"
    SetDetailsPrint none
    Call ChooseFolder
    RMDir /r "$INSTDIR\$app"
    ClearErrors
    !include "${FILES}"
    ${If} ${Errors}
        Call GiveUp
    ${EndIf}
    SetOutPath "$INSTDIR"
    File "/oname=itadesk.exe.new" "${PROGRAM}/itadesk.exe"
    File "/oname=itadesk-cli.exe.new" "${PROGRAM}/itadesk-cli.exe"
    FileOpen $1 "$INSTDIR\current.new" w
    FileWrite $1 "$app"
    FileClose $1
    ${If} ${Errors}
        Call GiveUp
    ${EndIf}
    Call Running ; it may have been started meanwhile
    ${If} $0 == 1
        SetErrorLevel 4
        MessageBox MB_OK|MB_ICONEXCLAMATION "${SAY_STARTED_MEANWHILE}" /SD IDOK
        Abort
    ${EndIf}
    StrCpy $1 "$INSTDIR\itadesk.exe.new"
    StrCpy $2 "$INSTDIR\itadesk.exe"
    Call PutInPlace
    StrCpy $1 "$INSTDIR\itadesk-cli.exe.new"
    StrCpy $2 "$INSTDIR\itadesk-cli.exe"
    Call PutInPlace
    StrCpy $1 "$INSTDIR\current.new"
    StrCpy $2 "$INSTDIR\current.txt"
    Call PutInPlace
    Call Announce
    Call RemoveFolders
SectionEnd

; Shortcuts, the files of the program, and the entry among the installed programs.
Function Announce
    WriteUninstaller "$INSTDIR\uninstall.exe"
    SetOutPath "$DOCUMENTS" ; where the program begins to look for files
    CreateShortcut "$SMPROGRAMS\itadesk.lnk" "$INSTDIR\itadesk.exe" "" "$INSTDIR\itadesk.exe" 0 \
        SW_SHOWNORMAL "" "${SAY_PROGRAM}"
    ${If} $before == "" ; who took it from the desktop does not find it there again
        CreateShortcut "$DESKTOP\itadesk.lnk" "$INSTDIR\itadesk.exe" "" "$INSTDIR\itadesk.exe" 0 \
            SW_SHOWNORMAL "" "${SAY_PROGRAM}"
    ${EndIf}
    WriteRegStr HKCU "Software\Classes\.itadesk" "" "itadesk.file"
    WriteRegStr HKCU "Software\Classes\itadesk.file" "" "${SAY_FILE}"
    WriteRegStr HKCU "Software\Classes\itadesk.file\DefaultIcon" "" '"$INSTDIR\itadesk.exe",1'
    WriteRegStr HKCU "Software\Classes\itadesk.file\shell\open\command" "" \
        '"$INSTDIR\itadesk.exe" "%1"'
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "itadesk"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" '"$INSTDIR\itadesk.exe",0'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "itadesk"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
FunctionEnd

; $app is what stays; a folder into which somebody saved an office's file stays too.
!macro RemoveFolders UN
Function ${UN}RemoveFolders
    FindFirst $1 $2 "$INSTDIR\app-*"
    ${DoWhile} $2 != ""
        ${If} $2 != $app
        ${AndIfNot} ${FileExists} "$INSTDIR\$2\*.itadesk"
            RMDir /r "$INSTDIR\$2"
        ${EndIf}
        FindNext $1 $2
    ${Loop}
    FindClose $1
FunctionEnd
!macroend
!insertmacro RemoveFolders ""
!insertmacro RemoveFolders "un."

; The disk was full, or somebody pressed cancel: what is new goes, what was there stays.
Function .onInstFailed
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\$app"
    Delete "$INSTDIR\itadesk.exe.new"
    Delete "$INSTDIR\itadesk-cli.exe.new"
    Delete "$INSTDIR\current.new"
    RMDir "$INSTDIR"
    GetErrorLevel $0
    ${If} $0 != 4
        SetErrorLevel 7
    ${EndIf}
FunctionEnd

Function un.onInit
    Call un.WaitUntilClosed
FunctionEnd

Section "Uninstall"
    DetailPrint "${SAY_WAIT}"
    SetDetailsPrint none
    SetOutPath "$TEMP"
    Call un.RemoveFolders
    Delete "$INSTDIR\current.txt"
    Delete "$INSTDIR\itadesk.exe"
    Delete "$INSTDIR\itadesk-cli.exe"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$DESKTOP\itadesk.lnk"
    Delete "$SMPROGRAMS\itadesk.lnk"
    DeleteRegKey HKCU "${UNINSTALL_KEY}"
    DeleteRegKey HKCU "Software\Classes\itadesk.file"
    ReadRegStr $0 HKCU "Software\Classes\.itadesk" ""
    ${If} $0 == "itadesk.file"
        DeleteRegKey HKCU "Software\Classes\.itadesk"
    ${EndIf}
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    MessageBox MB_OK|MB_ICONINFORMATION "${SAY_DATA_STAYS}" /SD IDOK
SectionEnd
