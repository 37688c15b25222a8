@echo off
rem Runs a notebook from any folder, and builds what it takes first when that is missing or its sources have changed: see
rem examples/notebook.
rem
rem   JAVA_HOME        the Java to use, 17 or newer; otherwise the one on the PATH

setlocal
set "EXAMPLES=%~dp0"
set "JAR=%EXAMPLES%lodestone-notebook\target\notebook.jar"
call "%EXAMPLES%build.cmd" notebook "%JAR%" examples/lodestone-notebook examples\data
if errorlevel 1 exit /b 2

rem results are in UTF-8
for /f "tokens=2 delims=:." %%p in ('chcp') do set "PAGE=%%p"
chcp 65001 >nul
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "%JAR%" "%EXAMPLES%notebooks" %*
set "CODE=%ERRORLEVEL%"
chcp %PAGE% >nul
exit /b %CODE%
