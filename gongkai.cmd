@echo off
rem Starts gongkai on Windows. Builds it with Maven the first time, and again when its sources have changed.
setlocal
for /f "tokens=2 delims=:." %%c in ('chcp') do set "CODE_PAGE=%%c"
chcp 65001 >nul
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"
set "APP=%HOME_DIR%\target\app"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

"%JAVA%" -version >nul 2>nul
if errorlevel 1 (
    echo 找不到 Java。请安装 JDK 17 或更新的版本后再试。 1>&2
    set "STATUS=1"
    goto done
)

powershell -NoProfile -Command "$h=$env:HOME_DIR; $s=Join-Path $h 'target\app\.built'; if (-not (Test-Path $s)) { exit 1 }; $t=(Get-Item $s).LastWriteTimeUtc; $n=@(Get-ChildItem (Join-Path $h 'src\main') -Recurse) + @(Get-ChildItem (Join-Path $h 'schemas')) + (Get-Item (Join-Path $h 'pom.xml')); if ($n | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 }; exit 0"
if not errorlevel 1 goto run
echo 正在准备 gongkai（只在第一次或程序有改动时进行，约一分钟）…… 1>&2
if not exist "%HOME_DIR%\target" mkdir "%HOME_DIR%\target"
type nul > "%HOME_DIR%\target\.built"
call mvn -q -B -ntp -f "%HOME_DIR%\pom.xml" -DskipTests package 1>&2
if errorlevel 1 (
    echo 准备失败，请确认已安装 Maven 3.8 或更新的版本，并把上面的信息交给技术人员。 1>&2
    set "STATUS=1"
    goto done
)
move /y "%HOME_DIR%\target\.built" "%APP%\.built" >nul

:run
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseParallelGC -XX:GCTimeRatio=19 -Xmn320m -XX:InitialRAMPercentage=10 -XX:MetaspaceSize=96m %GONGKAI_JAVA_OPTIONS% "-Dgongkai.home=%HOME_DIR%" -jar "%APP%\gongkai.jar" %*
set "STATUS=%errorlevel%"

:done
chcp %CODE_PAGE% >nul
exit /b %STATUS%
