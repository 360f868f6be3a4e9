import { readableText } from '../src/features/activity/readable-text'

const cases = [
  { text: '', readable: '' },
  { text: 'GET /Users', readable: 'GET /Users' },
  { text: '201\n\n{"id":"1","a":[]}', readable: '201\n\n{\n  "id": "1",\n  "a": []\n}' },
  { text: '400\n\n{"cut":"sho', readable: '400\n\n{"cut":"sho' },
  { text: '204\n\n', readable: '204\n\n' },
]
test.each(cases)('sets out $text', ({ text, readable }) => {
  expect(readableText(text)).toBe(readable)
})
