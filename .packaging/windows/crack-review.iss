; The Windows installer, made by Inno Setup (6.3 or newer) from a built program:
;
;     iscc /DVersion=0.1.0 /DProgram=..\..\dist\crack-review /O..\..\dist .packaging\windows\crack-review.iss
;
; Signing: pass /DSign and "/Ssign=signtool sign /fd sha256 /tr http://timestamp.digicert.com /td sha256 $f". Without a
; certificate Windows warns at the first start.

#ifndef Version
  #define Version "0.0.0"
#endif
#ifndef Program
  #define Program "..\..\dist\crack-review"
#endif

[Setup]
; Never change this: it is how an update finds what is there.
AppId={{6A3C1C0E-6D7B-4E0B-9B8E-5C4B7D1E2F90}
AppName=Crack Review
AppVersion={#Version}
AppPublisher=Crack Review
DefaultDirName={autopf}\Crack Review
DefaultGroupName=Crack Review
; Inspectors often have no administrator at hand: for this user alone where the user says so.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
LicenseFile={#Program}\LICENSE
OutputBaseFilename=crack-review-{#Version}-setup
Compression=lzma2/fast
SolidCompression=yes
; The program may be open; it holds no file that is not saved.
CloseApplications=yes
UninstallDisplayIcon={app}\crack-review.exe
WizardStyle=modern
#ifdef Sign
SignTool=sign
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[CustomMessages]
en.Forget=Remove your networks, settings and logs, too?%n%nYour projects (tags, corrections, notes) stay in any case.
de.Forget=Auch Ihre Netze, Einstellungen und Protokolle löschen?%n%nIhre Projekte (Markierungen, Korrekturen, Notizen) bleiben in jedem Fall.
es.Forget=¿Eliminar también sus redes, ajustes y registros?%n%nSus proyectos (etiquetas, correcciones, notas) se conservan en todo caso.

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; An update leaves nothing of the version before. Nothing that people make lies in here.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Program}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\Crack Review"; Filename: "{app}\crack-review.exe"
Name: "{autodesktop}\Crack Review"; Filename: "{app}\crack-review.exe"; Tasks: desktopicon

[Registry]
; “Open with Crack Review” for a folder.
Root: HKA; Subkey: "Software\Classes\Directory\shell\CrackReview"; ValueType: string; ValueData: "Crack Review"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Directory\shell\CrackReview\command"; ValueType: string; ValueData: """{app}\crack-review.exe"" ""%1"""

[Run]
Filename: "{app}\crack-review.exe"; Description: "{cm:LaunchProgram,Crack Review}"; Flags: nowait postinstall skipifsilent

[Code]
{ All that the program keeps for this user, thumbnails too, but projects of folders that take no files. }
procedure ForgetAllButProjects(const Folder: String);
var
  Found: TFindRec;
begin
  if FindFirst(Folder + '\*', Found) then
  try
    repeat
      if (Found.Name <> '.') and (Found.Name <> '..') and (CompareText(Found.Name, 'projects') <> 0) then
        DelTree(Folder + '\' + Found.Name, False, True, True);
    until not FindNext(Found);
  finally
    FindClose(Found);
  end;
  { Only an empty folder goes. }
  RemoveDir(Folder);
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if CurUninstallStep <> usPostUninstall then
    Exit;
  { A silent removal asks nobody and takes nothing. }
  if UninstallSilent then
    Exit;
  if MsgBox(CustomMessage('Forget'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
    ForgetAllButProjects(ExpandConstant('{localappdata}\crack-review'));
end;
