import { expect, it } from '@jest/globals';
import { heard } from './change-stream.rules.ts';

const open = 'retry: 5000\n\nid: a\nevent: open\ndata: {"away":[]}\n\n';
const changed = 'id: b\nevent: changed\ndata: {"agency":"employment","kind":"COVER","subjectId":"x"}\n\n';

it('tells that all agencies tell, and no news', () => {
  expect(heard(open)).toEqual({ rest: '', lastId: 'a', hasNews: false, isWhole: true });
  expect(heard(':\n\n')).toEqual({ rest: '', lastId: undefined, hasNews: false, isWhole: undefined });
});

it('keeps what is not there whole', () => {
  expect(heard(`${changed}id: c\neve`)).toEqual({
    ...{ rest: 'id: c\neve', lastId: 'b', hasNews: true, isWhole: undefined },
  });
  expect(heard('id: c')).toEqual({ rest: 'id: c', lastId: undefined, hasNews: false, isWhole: undefined });
});

it('knows when an agency is away, and reads anew when it is back', () => {
  const away = 'id: d\nevent: away\ndata: {"away":["employment"]}\n\n';
  expect(heard(open + away)).toMatchObject({ isWhole: false, hasNews: false });
  const back = 'id: e\nevent: back\ndata: {"away":[]}\n\n';
  expect(heard(away + back)).toMatchObject({ lastId: 'e', isWhole: true, hasNews: true });
  expect(heard('id: f\nevent: reset\ndata: {}\n\n')).toMatchObject({ hasNews: true });
});
