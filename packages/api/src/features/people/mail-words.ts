import type { Locale } from '@ganwan/shared/values';
import type { Words } from '#platform/mail';

interface Text {
  subject: string;
  text: string;
}
type Values = Record<string, string>;
const of = (values: Values, name: string): string => values[name] ?? '';

/** Every letter the product writes, in its reader's language. Hong Kong wording is written by hand. */
const letters: Record<string, Record<Locale, (values: Values) => Text>> = {
  reset_password: {
    'zh-Hans': (v) => ({ subject: '赣湾对接：重设密码', text: `您好，${of(v, 'name')}：\n\n有人（希望是您本人）要求重设您的密码。请在 1 小时内打开链接：\n\n${of(v, 'url')}\n\n如果不是您本人操作，无需理会，密码不会改变。` }),
    'zh-Hant': (v) => ({ subject: '贛灣對接：重設密碼', text: `${of(v, 'name')} 您好：\n\n有人（應為您本人）要求重設您的密碼。請於 1 小時內開啟連結：\n\n${of(v, 'url')}\n\n如非您本人要求，毋須理會，密碼不會更改。` }),
    en: (v) => ({ subject: 'Ganwan: reset your password', text: `Hello ${of(v, 'name')},\n\nsomebody (we hope it was you) asked to reset your password. Open this link within 1 hour:\n\n${of(v, 'url')}\n\nIf it was not you, do nothing; your password stays as it is.` }),
  },
  verify_email: {
    'zh-Hans': (v) => ({ subject: '赣湾对接：确认邮箱', text: `您好，${of(v, 'name')}：\n\n请打开链接，确认这个邮箱是您的：\n\n${of(v, 'url')}` }),
    'zh-Hant': (v) => ({ subject: '贛灣對接：確認電郵地址', text: `${of(v, 'name')} 您好：\n\n請開啟連結，確認此電郵地址屬於您：\n\n${of(v, 'url')}` }),
    en: (v) => ({ subject: 'Ganwan: confirm your e-mail address', text: `Hello ${of(v, 'name')},\n\nopen this link to confirm that this address is yours:\n\n${of(v, 'url')}` }),
  },
  password_changed: {
    'zh-Hans': (v) => ({ subject: '赣湾对接：密码已修改', text: `您好，${of(v, 'name')}：\n\n您的密码刚刚被修改，其他设备上的登录已结束。如果不是您本人操作，请立即重设密码：\n\n${of(v, 'url')}` }),
    'zh-Hant': (v) => ({ subject: '贛灣對接：密碼已更改', text: `${of(v, 'name')} 您好：\n\n您的密碼剛剛更改，其他裝置已登出。如非您本人操作，請立即重設密碼：\n\n${of(v, 'url')}` }),
    en: (v) => ({ subject: 'Ganwan: your password was changed', text: `Hello ${of(v, 'name')},\n\nyour password was just changed and other devices were signed out. If it was not you, reset it now:\n\n${of(v, 'url')}` }),
  },
  email_changed: {
    'zh-Hans': (v) => ({ subject: '赣湾对接：邮箱已更换', text: `您好，${of(v, 'name')}：\n\n您的账户邮箱已更换为 ${of(v, 'email')}，今后请用新邮箱登录，信件也寄往新邮箱。如果不是您本人操作，请立即回复此信。` }),
    'zh-Hant': (v) => ({ subject: '贛灣對接：電郵地址已更改', text: `${of(v, 'name')} 您好：\n\n您的帳戶電郵地址已更改為 ${of(v, 'email')}，請以新地址登入，日後信件亦會寄往新地址。如非您本人操作，請立即回覆此信。` }),
    en: (v) => ({ subject: 'Ganwan: your e-mail address was changed', text: `Hello ${of(v, 'name')},\n\nyour account now has the address ${of(v, 'email')}; sign in with it, and letters go there. If it was not you, answer this letter at once.` }),
  },
  account_closed: {
    'zh-Hans': (v) => ({ subject: '赣湾对接：账户已注销', text: `您好，${of(v, 'name')}：\n\n您的账户已注销，所有设备均已退出，这个邮箱可以重新注册。您以企业名义写下的消息和发布的内容仍由企业保留，但不再显示您的姓名。如果不是您本人操作，请立即回复此信。` }),
    'zh-Hant': (v) => ({ subject: '贛灣對接：帳戶已註銷', text: `${of(v, 'name')} 您好：\n\n您的帳戶已註銷，所有裝置均已登出，此電郵地址可重新註冊。您以企業名義撰寫的訊息及發佈的內容仍由企業保留，惟不再顯示您的姓名。如非您本人操作，請立即回覆此信。` }),
    en: (v) => ({ subject: 'Ganwan: your account is closed', text: `Hello ${of(v, 'name')},\n\nyour account is closed, every device is signed out, and this address is free to sign up again. What you wrote and published for an enterprise stays with it, without your name. If it was not you, answer this letter at once.` }),
  },
  enterprise_closed: {
    'zh-Hans': (v) => ({ subject: `赣湾对接：${of(v, 'enterprise')} 已关闭`, text: `您好，${of(v, 'name')}：\n\n${of(v, 'by')} 刚刚关闭了 ${of(v, 'enterprise')} 在本平台的账户。它的供需信息已下架，成员不能再代表它，对方企业仍可查看以往的会话。您自己的账户不受影响。如有疑问，请尽快回复此信。` }),
    'zh-Hant': (v) => ({ subject: `贛灣對接：${of(v, 'enterprise')} 已關閉`, text: `${of(v, 'name')} 您好：\n\n${of(v, 'by')} 剛剛關閉了 ${of(v, 'enterprise')} 在本平台的帳戶。其供需資料已下架，成員不能再代表該企業，對方企業仍可查閱以往的對話。您自己的帳戶不受影響。如有疑問，請盡快回覆此信。` }),
    en: (v) => ({ subject: `Ganwan: ${of(v, 'enterprise')} is closed`, text: `Hello ${of(v, 'name')},\n\n${of(v, 'by')} has just closed ${of(v, 'enterprise')} on this platform. Its listings are taken down, nobody acts for it any more, and the other side can still read past conversations. Your own account stays. If this should not have happened, answer this letter at once.` }),
  },
  invitation: {
    'zh-Hans': (v) => ({ subject: `赣湾对接：${of(v, 'enterprise')} 邀请您加入`, text: `${of(v, 'inviter')} 邀请您加入 ${of(v, 'enterprise')}。请在 7 天内打开链接：\n\n${of(v, 'url')}` }),
    'zh-Hant': (v) => ({ subject: `贛灣對接：${of(v, 'enterprise')} 邀請您加入`, text: `${of(v, 'inviter')} 邀請您加入 ${of(v, 'enterprise')}。請於 7 日內開啟連結：\n\n${of(v, 'url')}` }),
    en: (v) => ({ subject: `Ganwan: ${of(v, 'enterprise')} invites you`, text: `${of(v, 'inviter')} invites you to join ${of(v, 'enterprise')}. Open this link within 7 days:\n\n${of(v, 'url')}` }),
  },
};

export const mailWords: Words = ({ template, locale, values }) => {
  const letter = letters[template];
  if (!letter) throw new Error(`no words for the letter ${template}`);
  // A name with a line break could otherwise write headers or a second paragraph of its own.
  const tidy = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.replace(/\s+/g, ' ')]));
  return letter[locale](tidy);
};
