import type { Words } from '#platform/mail';

/** Mail in both Chinese scripts and English, since a letter may reach someone whose language is not known yet. */
export const mailWords: Words = ({ template, values }) => {
  const url = values['url'] ?? '';
  if (template === 'reset_password') {
    return { subject: '赣湾对接：重设密码 / 重設密碼 / Reset your password', text: `请打开链接重设密码（1 小时内有效）：\n請開啟連結重設密碼（1 小時內有效）：\nOpen this link to reset your password (valid for 1 hour):\n\n${url}` };
  }
  throw new Error(`no words for the letter ${template}`);
};
