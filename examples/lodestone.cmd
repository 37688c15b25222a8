@echo off
rem Runs the lodestone command, and builds it first when it is missing or its sources have changed.
rem
rem   JAVA_HOME        the Java to use, 17 or newer; otherwise the one on the PATH
rem   LODESTONE_OPTS   more options for java, such as -Xmx2g

setlocal
set "EXAMPLES=%~dp0"
set "JAR=%EXAMPLES%target\lodestone.jar"

call "%EXAMPLES%build.cmd" lodestone "%JAR%" examples
if errorlevel 1 exit /b 2

set "FEW=-XX:C1MaxInlineSize=15 -XX:C1MaxInlineLevel=2"
if "%~1"=="screen" set "FEW="
if "%~1"=="export" set "FEW="
set "QUICK="
for %%c in (pack note export check chain forecast screen studies value compare new list help) do (
    if "%~1"=="%%c" set "QUICK=-XX:TieredStopAtLevel=1 %FEW% -XX:+UseParallelGC -XX:MaxTenuringThreshold=1 -Xshare:auto -Xmx270m"
)

rem results are in UTF-8
for /f "tokens=2 delims=:." %%p in ('chcp') do set "PAGE=%%p"
chcp 65001 >nul
"%JAVA%" %QUICK% %LODESTONE_OPTS% "-Dlodestone.data=%EXAMPLES%data" -jar "%JAR%" %*
set "CODE=%ERRORLEVEL%"
chcp %PAGE% >nul
exit /b %CODE%
