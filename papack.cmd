@echo off
rem Runs papack from this checkout: finds a JDK 25 and builds once if needed. Untested: written by
rem the same rules as the papack script, and never run on Windows.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "JDK="
call :try "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where javac 2^>nul') do if not defined JDK call :try "%%~dpJ.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
  if not defined JDK if exist "%%~R" for /d %%D in ("%%~R\*") do if not defined JDK call :try "%%~D"
)
if not defined JDK (
  echo papack: a JDK 25 is missing: install one, for instance Temurin 25, or set JAVA_HOME to it. 1>&2
  exit /b 4
)
set "APP=%HOME_DIR%cli\target\app"
if not exist "%APP%\built" (
  echo papack: building once, which takes a minute or two... 1>&2
  pushd "%HOME_DIR%"
  set "JAVA_HOME=!JDK!"
  rem The Maven on the PATH if the build accepts its version; else mvnw, which downloads a pinned one once.
  set "MVN=%HOME_DIR%mvnw.cmd"
  call mvn -B -v 2>nul | findstr /r /c:"Apache Maven 3\.8\.[789]" /c:"Apache Maven 3\.9\." >nul && set "MVN=mvn"
  call "!MVN!" -q -B -DskipTests package 1>&2
  if errorlevel 1 (
    popd
    echo papack: the build failed; what Maven printed above says why. 1>&2
    exit /b 70
  )
  popd
  type nul > "%APP%\built"
)
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
set "CLASSPATH="
rem Nothing in the current folder reaches Java, and a crash leaves nothing there; as in the papack script.
set "UNREAD=-XX:Flags=NUL -XX:CompileCommandFile=NUL -XX:+DisableAttachMechanism"
set "UNWRITTEN=-XX:+ErrorFileToStderr -XX:-CreateCoredumpOnCrash -XX:-DumpReplayDataOnError -XX:-UsePerfData"
rem How much memory Java may take; without it Java takes up to a quarter of the machine's.
set "HEAP="
if defined PAPACK_HEAP (
  echo(!PAPACK_HEAP!| findstr /r /x /c:"[0-9][0-9]*[kmgKMG]*" >nul || (
    echo papack: PAPACK_HEAP is a size such as 256m or 1g 1>&2
    exit /b 2
  )
  set "HEAP=-Xmx!PAPACK_HEAP!"
)
"%JDK%\bin\java.exe" !HEAP! -XX:+UseSerialGC %UNREAD% %UNWRITTEN% --module-path "%APP%\lib" --module dev.papack.cli/dev.papack.cli.Main %*
exit /b %errorlevel%

:try
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>nul && set "JDK=%~1"
exit /b 0
