import { expect, test } from 'vitest';
import { addSlots, Slot } from '../../../src/lang/objects/slots.ts';
import { Instance, Tuple } from '../../../src/lang/values.ts';
import { printed } from '../../simulated.ts';
import { plainInterpreter, programClass, shown } from './plain-interpreter.ts';

const run = plainInterpreter();

test('a class has a descriptor for each name in its __slots__, in their order by text', () => {
  const cls = programClass('A', {});
  cls.attributes.set('__slots__', new Tuple(['b', '__dict__', 'a', '__c']));
  addSlots(run, cls);
  const slots = [...cls.attributes.values()].filter((value) => value instanceof Slot);
  expect(slots.map(({ name }) => name)).toEqual(['_A__c', 'a', 'b']);
  const [, slot] = slots;
  const instance = new Instance(cls);
  slot.set(run, instance, 5);
  expect(slot.get(run, instance)).toBe(5);
  slot.set(run, instance, undefined);
  expect(shown(run, () => slot.get(run, instance))).toBe(
    "AttributeError: 'A' object has no attribute 'a'",
  );
});

// Expected values are CPython 3.14.2's.
test('slots are read, written and deleted as CPython does it', () => {
  const text = `
class S:
    __slots__ = 'a', '__p'
    def hide(self): self.__p = 1; return self.__p
class T(S): pass
class D(S): __slots__ = ('__dict__', 'x')
def attempt(act):
    try: return act()
    except Exception as e: return repr(e)
s, t, d = S(), T(), D()
t.a = d.a = d.x = 1
t.z = d.z = 2
print(S.a, type(S.a).__name__, S.a.__name__, S.a.__objclass__, s.hide())
print(t.__dict__, d.__dict__, T.a is S.a, hasattr(s, 'a'), hasattr(s, '__dict__'))
print(attempt(lambda: s.a), attempt(lambda: setattr(s, 'b', 1)), attempt(lambda: delattr(s, 'a')))
print(S.a.__get__(t), S.a.__set__(s, 5), s.a, S.a.__delete__(s), attempt(lambda: S.a.__get__(3)))
for slots in ('a',), ('b', 1), ('a b',), ('__dict__', '__dict__'):
    print(attempt(lambda: type('K', (), {'__slots__': slots, 'a': 1})))
print(attempt(lambda: type('K', (int,), {'__slots__': 'a'})))
`;
  expect(printed(text).split('\n')).toEqual([
    "<member 'a' of 'S' objects> member_descriptor a <class '__main__.S'> 1",
    "{'z': 2} {'z': 2} True False False",
    `AttributeError("'S' object has no attribute 'a'") ` +
      `AttributeError("'S' object has no attribute 'b' and no __dict__ for setting new ` +
      `attributes") AttributeError('a')`,
    `1 None 5 None TypeError("descriptor 'a' for 'S' objects doesn't apply to a 'int' object")`,
    `ValueError("'a' in __slots__ conflicts with class variable")`,
    `TypeError("__slots__ items must be strings, not 'int'")`,
    "TypeError('__slots__ must be identifiers')",
    "TypeError('__dict__ slot disallowed: we already got one')",
    `TypeError("nonempty __slots__ not supported for subtype of 'int'")`,
    '',
  ]);
});
