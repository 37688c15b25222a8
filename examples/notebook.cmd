@echo off
rem Runs a notebook from any folder, and builds what it takes first when that is missing: see examples/notebook.
rem
rem   JAVA_HOME        the Java to use, 17 or newer; otherwise the one on the PATH

setlocal
set "EXAMPLES=%~dp0"
set "JAR=%EXAMPLES%lodestone-notebook\target\notebook.jar"
set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

if not exist "%JAR%" (
    echo Building Lodestone, once... 1>&2
    pushd "%EXAMPLES%.."
    call mvnw.cmd -q -pl examples/lodestone-notebook -am package -Dmaven.test.skip -Dspotless.check.skip 1>&2
    popd
)
if not exist "%JAR%" (
    echo notebook: Lodestone could not be built: see above. 1>&2
    exit /b 2
)

rem results are in UTF-8
for /f "tokens=2 delims=:." %%p in ('chcp') do set "PAGE=%%p"
chcp 65001 >nul
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "%JAR%" "%EXAMPLES%notebooks" %*
set "CODE=%ERRORLEVEL%"
chcp %PAGE% >nul
exit /b %CODE%
