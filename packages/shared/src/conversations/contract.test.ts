import { describe, expect, test } from 'vitest';
import { conversationCommands, MessageDraft } from './contract.ts';
import { messageText } from './rules.ts';

const id = '0193f000-0000-7000-8000-00000000000a';

describe('what people write', () => {
  test('gets one normal form, and keeps it', () => {
    const typed = '\ufeff  请报 1,290 mm\r\n第二行\u0000\rcafe\u0301 ㎡ １２\ud800  ';
    expect(messageText(typed)).toBe('请报 1,290 mm\n第二行\ncaf\u00e9 ㎡ １２\ufffd');
    expect(messageText(messageText(typed))).toBe(messageText(typed));
  });

  test('is refused when it says nothing, with the field that is missing', () => {
    const read = MessageDraft.safeParse({ id, body: ' \n\u0000 ', fileIds: [] });
    expect(read.error?.issues).toMatchObject([{ path: ['body'], params: { code: 'required' } }]);
    expect(MessageDraft.parse({ id, body: ' ', fileIds: [id] }).body).toBe('');
  });

  test('has a limit that counts the normal form', () => {
    expect(MessageDraft.safeParse({ id, body: `${'好'.repeat(4000)}   `, fileIds: [] }).success).toBe(true);
    expect(MessageDraft.safeParse({ id, body: '好'.repeat(4001), fileIds: [] }).success).toBe(false);
  });

  test('goes out as it came in', () => {
    const draft = { id, body: '可以', fileIds: [] };
    expect(MessageDraft.encode(draft)).toEqual(draft);
    expect(conversationCommands['message:send'].payload.encode({ ...draft, conversationId: id })).toEqual({ ...draft, conversationId: id });
  });
});
