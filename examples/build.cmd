@echo off
rem Called by the commands beside it, which say in EXAMPLES where they stand.
rem
rem   build COMMAND JAR MODULE [FOLDER]
rem
rem Says in JAVA which Java is used, and builds a jar when it is missing, or its sources or what is in FOLDER have changed; FOLDER as
rem seen from the checkout. Ends with 2 where there is no Java, or the build fails.

if defined JAVA_HOME (
    set "JAVA=%JAVA_HOME%\bin\java.exe"
) else (
    set "JAVA=java.exe"
)
if defined JAVA_HOME if not exist "%JAVA_HOME%\bin\java.exe" (
    echo %~1: JAVA_HOME has no bin\java.exe in it. Set it to a Java of 17 or newer. 1>&2
    exit /b 2
)
if not defined JAVA_HOME (
    where java.exe >nul 2>nul
    if errorlevel 1 (
        echo %~1: no java was found. Install Java 17 or newer, or set JAVA_HOME to it. 1>&2
        exit /b 2
    )
)

rem the sources with their times and sizes: the lines of files alone, since the others say how much room is left
set "LISTED=%TEMP%\lodestone-%RANDOM%%RANDOM%.txt"
pushd "%EXAMPLES%.."
(
    dir /a-d pom.xml core\pom.xml reports\pom.xml excel-export\pom.xml examples\pom.xml
    dir /a-d examples\lodestone-data\pom.xml examples\lodestone-notebook\pom.xml
    dir /a-d /s core\src\main reports\src\main excel-export\src\main examples\src\main
    dir /a-d /s examples\lodestone-data\src\main examples\lodestone-notebook\src\main
    if not "%~4"=="" dir /a-d /s "%~4"
) 2>nul | findstr /v /b /c:" " >"%LISTED%"
popd
set "BUILD="
if not exist "%~2" set "BUILD=yes"
fc /b "%LISTED%" "%~2.listed" >nul 2>nul
if errorlevel 1 set "BUILD=yes"
if not defined BUILD (
    del "%LISTED%"
    exit /b 0
)

echo Building Lodestone, once... 1>&2
pushd "%EXAMPLES%.."
call mvnw.cmd -q -pl %~3 -am package -Dmaven.test.skip -Dspotless.check.skip 1>&2
if errorlevel 1 (
    popd
    del "%LISTED%"
    echo %~1: Lodestone could not be built: see above. 1>&2
    exit /b 2
)
popd
copy /y "%LISTED%" "%~2.listed" >nul
del "%LISTED%"
exit /b 0
