import { expect, test } from 'vitest';
import { threadingModule } from '../../../../src/lang/modules/threading/module.ts';
import { printed } from '../../../simulated.ts';

test('tracing and hooks are left out', () => {
  const names = ['settrace', 'setprofile', 'excepthook', 'Barrier'];
  expect(names.filter((name) => threadingModule.attributes.has(name))).toEqual([]);
});

test('each thread has its own attributes of a local, filled by its class', () => {
  const text = `import threading
class Own(threading.local):
    def __init__(self):
        self.items = []
own = Own()
own.items.append(1)
def look():
    print(own.items, own is mine)
mine = own
threading.Thread(target=look).start()
print(own.items)
`;
  expect(printed(text)).toBe('[] True\n[1]\n');
});
