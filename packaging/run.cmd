@echo off
rem Starts Mingbai Ledger from a checkout on Windows: packaging\run.cmd [arguments of mingbai]
rem Untried: written from the documentation, never yet run on a Windows machine.
setlocal
set "root=%~dp0.."
set "venv=%root%\.venv"
set "pins=%root%\packaging\requirements.txt"

if exist "%venv%\Scripts\python.exe" goto parts
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))"
if errorlevel 1 (
    echo Mingbai Ledger needs Python 3.11 or newer. Please install it and start again.
    exit /b 1
)
py -3 -m venv "%venv%"
if errorlevel 1 exit /b 1

:parts
rem The pins that were installed are kept beside them: the same file means nothing to do.
fc /b "%pins%" "%venv%\pins.txt" >nul 2>nul
if not errorlevel 1 goto start
echo Fetching the parts of the program (only when they change) ...
"%venv%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: -r "%pins%"
if errorlevel 1 (
    echo The parts could not be fetched. Please check the connection and start again; nothing is lost.
    exit /b 1
)
copy /y "%pins%" "%venv%\pins.txt" >nul

:start
set "PYTHONPATH=%root%\desktop"
if "%~1"=="" if not exist "%root%\desktop\mingbai\app.py" (
    "%venv%\Scripts\python.exe" -m mingbai demo mingbai-demo
    exit /b
)
"%venv%\Scripts\python.exe" -m mingbai %*
exit /b
