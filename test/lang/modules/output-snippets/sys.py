import sys

print(sys.version_info, sys.version_info[:2], sys.version_info >= (3, 11))
print(sys.version_info.major, sys.version_info.minor, sys.version.split()[0])
print(sys.byteorder, sys.maxunicode, hex(sys.hexversion))
print(sys.getdefaultencoding(), sys.get_int_max_str_digits(), type(sys.argv))
print(sys.stdout.write("one\n"), sys.stderr.write("two\n"))
sys.stdout.writelines(["a", "b\n"])
print("to stderr", file=sys.stderr, flush=True)
sys.stderr.flush()
for arguments in [(), (None,), (3,), ("text",), ((1, 2),)]:
    try:
        sys.exit(*arguments)
    except SystemExit as error:
        print(repr(error), error.args, error.code)
try:
    sys.exit(1, 2)
except TypeError as error:
    print(error)
