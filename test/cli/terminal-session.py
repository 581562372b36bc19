# Speaks with a command on a pseudo-terminal: waits for the prompt, types a line, and so on; then
# types Ctrl-D. Prints what the terminal showed. Arguments: the lines, `--`, the command.
import fcntl
import os
import pty
import select
import struct
import sys
import termios

# The prompt, and the cursor behind it: readline is ready for a line then.
PROMPT = b"(sim) \x1b[7G"
PATIENCE = 50


def main():
    split = sys.argv.index("--")
    lines, command = sys.argv[1:split], sys.argv[split + 1 :]
    child, terminal = pty.fork()
    if child == 0:
        # A window of 30 lines of 100 columns.
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        os.execvp(command[0], command)
    shown = b""
    typed = [line.encode() + b"\r" for line in lines] + [b"\x04"]
    while True:
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        if not ready:
            break
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if typed and shown.endswith(PROMPT):
            os.write(terminal, typed.pop(0))
    _, status = os.waitpid(child, 0)
    sys.stdout.buffer.write(shown)
    sys.exit(os.waitstatus_to_exitcode(status))


main()
