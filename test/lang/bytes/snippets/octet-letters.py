# Octets read as letters of ASCII.
def tries(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as error:
            print(type(error).__name__, error)


tries(
    lambda: (b'aBc 1'.upper(), b'ABC'.lower(), b'hello wORLD'.title(), b'hELLO'.capitalize(), b'aBc'.swapcase(), bytearray(b'\xe9a').upper()),
    lambda: (b'abc'.isalpha(), b'abc\n'.isalpha(), b'a1'.isalnum(), b'12'.isdigit(), b' \n'.isspace(), b''.isascii(), b'\x80'.isascii()),
    lambda: (b'a1b'.islower(), b'A1'.isupper(), b'1'.isupper(), b'Abc Def'.istitle(), b'AbC'.istitle(), b'A'.istitle(), b''.istitle()),
    lambda: (b'abc'.center(8), b'ab'.center(5, b'*'), b'abc'.ljust(5, b'.'), b'abc'.rjust(5), b'abc'.center(2)),
    lambda: b'a'.center(5, 'x'),
    lambda: b'a'.center(5, b'xx'),
    lambda: (b'-42'.zfill(6), b'+1'.zfill(1), b'x'.zfill(3), bytearray(b'7').zfill(2)),
    lambda: (b'a\tbc\td\n\te'.expandtabs(4), b'a\tb'.expandtabs(0), b'a\tb'.expandtabs()),
)
