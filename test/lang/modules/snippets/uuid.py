import uuid
def t(f):
    try:
        r = f()
        print(repr(r), type(r).__name__)
    except Exception as e:
        print(type(e).__name__, type(e).__mro__[1].__name__, e)
u = uuid.UUID("12345678123456781234567812345678")
print(u, repr(u), u.hex, u.int, u.version, u.urn, u == uuid.UUID(int=u.int), u < uuid.UUID(int=0), hash(u) == hash(uuid.UUID(str(u))), u.variant)
v = uuid.uuid4(); print(len(str(v)), v.version, v.variant, v != uuid.uuid4(), isinstance(v, uuid.UUID), type(v), str(v)[14], v.hex.isalnum(), uuid.UUID(str(v)) == v, f"{u}", str(u)[:8], {u: 1}[u])
t(lambda: uuid.UUID("x")); t(lambda: uuid.UUID()); t(lambda: uuid.UUID("{12345678-1234-5678-1234-567812345678}")); t(lambda: uuid.UUID(int=1, version=4)); t(lambda: uuid.UUID(int=-1))
