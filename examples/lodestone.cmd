@echo off
rem Runs the lodestone command, and builds it first when it is missing or its sources have changed.
rem
rem   JAVA_HOME        the Java to use, 17 or newer; otherwise the one on the PATH
rem   LODESTONE_OPTS   more options for java, such as -Xmx2g

setlocal
set "EXAMPLES=%~dp0"
set "JAR=%EXAMPLES%target\lodestone.jar"

if defined JAVA_HOME (
    set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
    set "JAVA=java.exe"
)
if defined JAVA_HOME if not exist "%JAVA_HOME%\bin\java.exe" (
    echo lodestone: JAVA_HOME has no bin\java.exe in it. Set it to a Java of 17 or newer. 1>&2
    exit /b 2
)
if not defined JAVA_HOME (
    where java.exe >nul 2>nul
    if errorlevel 1 (
        echo lodestone: no java was found. Install Java 17 or newer, or set JAVA_HOME to it. 1>&2
        exit /b 2
    )
)

rem the sources with their times and sizes: the lines of files alone, since the others say how much room is left
set "LISTED=%TEMP%\lodestone-%RANDOM%%RANDOM%.txt"
pushd "%EXAMPLES%.."
(
    dir /a-d pom.xml core\pom.xml reports\pom.xml excel-export\pom.xml examples\pom.xml examples\lodestone-data\pom.xml
    dir /a-d /s core\src\main reports\src\main excel-export\src\main examples\src\main
) 2>nul | findstr /v /b /c:" " >"%LISTED%"
popd
set "BUILD="
if not exist "%JAR%" set "BUILD=yes"
fc /b "%LISTED%" "%JAR%.listed" >nul 2>nul
if errorlevel 1 set "BUILD=yes"
if defined BUILD (
    echo Building Lodestone, once... 1>&2
    pushd "%EXAMPLES%.."
    call mvnw.cmd -q -pl examples -am package -Dmaven.test.skip -Dspotless.check.skip 1>&2
    if errorlevel 1 (
        popd
        del "%LISTED%"
        echo lodestone: Lodestone could not be built: see above. 1>&2
        exit /b 2
    )
    popd
    copy /y "%LISTED%" "%JAR%.listed" >nul
)
del "%LISTED%"

set "QUICK="
for %%c in (pack note check chain forecast screen compare new list help) do (
    if "%~1"=="%%c" set "QUICK=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xmx320m"
)

rem results are in UTF-8
for /f "tokens=2 delims=:." %%p in ('chcp') do set "PAGE=%%p"
chcp 65001 >nul
"%JAVA%" %QUICK% %LODESTONE_OPTS% "-Dlodestone.data=%EXAMPLES%data" -jar "%JAR%" %*
set "CODE=%ERRORLEVEL%"
chcp %PAGE% >nul
exit /b %CODE%
