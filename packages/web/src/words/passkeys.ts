/** Words of passkeys, in the three languages side by side. */
import type { Language } from '@readingscan/reader/languages';

export interface PasskeyWords {
  /** at the account: leads to the page */
  readonly link: (count: number) => string;
  readonly title: string;
  readonly intro: readonly string[];
  readonly own: string;
  readonly none: string;
  /** before a day */
  readonly madeOn: string;
  readonly usedOn: string;
  readonly neverUsed: string;
  readonly remove: string;
  readonly full: (most: number) => string;
  readonly make: {
    readonly title: string;
    readonly name: string;
    readonly nameHint: string;
    readonly press: string;
  };
  /** behind the password: the device is asked */
  readonly confirm: { readonly title: string; readonly text: string; readonly press: string; readonly known: string };
  readonly removal: { readonly title: string; readonly text: readonly string[]; readonly press: string };
  readonly signIn: {
    /** at the page for signing in */
    readonly link: string;
    readonly title: string;
    readonly text: string;
    readonly press: string;
    readonly password: string;
  };
  /** of both scripts */
  readonly waiting: string;
  readonly stopped: string;
  readonly failed: string;
  readonly noScript: string;
  readonly noPasskeys: string;
}

export const PASSKEY_WORDS: Readonly<Record<Language, PasskeyWords>> = {
  en: {
    link: (count) => (count === 0 ? 'Passkeys: none' : `Passkeys: ${count}`),
    title: 'Passkeys',
    intro: [
      'With a passkey you sign in with your finger, your face or the PIN of your device. You type no password and no code.',
      'The passkey stays on your device, or with the program that keeps your passwords. We never see your finger or your face. A copy of this site cannot use it.',
    ],
    own: 'Your passkeys',
    none: 'You have no passkeys.',
    madeOn: 'Made on',
    usedOn: 'Last used on',
    neverUsed: 'Never used',
    remove: 'Remove',
    full: (most) => `You have ${most} passkeys, and there is room for no more. Remove one that you do not need.`,
    make: {
      title: 'Make a passkey',
      name: 'Name of the passkey',
      nameHint: 'So that you know it again, such as “My phone”.',
      press: 'Go on',
    },
    confirm: {
      title: 'Make your passkey',
      text: 'Press the button. Your device then asks for your finger, your face or your PIN.',
      press: 'Make the passkey',
      known: 'This device has a passkey for your account already.',
    },
    removal: {
      title: 'Remove a passkey',
      text: [
        'You cannot sign in with this passkey any more. Your password still works.',
        'It stays in the list of your device or program until you delete it there too.',
      ],
      press: 'Remove this passkey',
    },
    signIn: {
      link: 'Sign in with a passkey',
      title: 'Sign in with a passkey',
      text: 'Press the button. Your device then asks for your finger, your face or your PIN.',
      press: 'Use my passkey',
      password: 'Sign in with your password',
    },
    waiting: 'Please follow what your device shows.',
    stopped: 'Your device did not go on, and nothing was done. You can try again.',
    failed: 'Something went wrong, and nothing was done. Please try again later.',
    noScript: 'Passkeys need JavaScript, which is switched off in this browser. You can use your password.',
    noPasskeys: 'This browser has no passkeys. You can use your password.',
  },
  es: {
    link: (count) => (count === 0 ? 'Llaves de acceso: ninguna' : `Llaves de acceso: ${count}`),
    title: 'Llaves de acceso',
    intro: [
      'Con una llave de acceso usted entra con su dedo, su cara o el PIN de su dispositivo. No escribe ninguna contraseña ni código.',
      'La llave se queda en su dispositivo o en el programa que guarda sus contraseñas. Nunca vemos su dedo ni su cara. Una copia de este sitio no puede usarla.',
    ],
    own: 'Sus llaves de acceso',
    none: 'No tiene llaves de acceso.',
    madeOn: 'Creada el',
    usedOn: 'Usada por última vez el',
    neverUsed: 'Nunca usada',
    remove: 'Quitar',
    full: (most) => `Tiene ${most} llaves de acceso y no caben más. Quite una que no necesite.`,
    make: {
      title: 'Crear una llave de acceso',
      name: 'Nombre de la llave',
      nameHint: 'Para reconocerla, por ejemplo «Mi teléfono».',
      press: 'Seguir',
    },
    confirm: {
      title: 'Cree su llave de acceso',
      text: 'Presione el botón. Su dispositivo le pide entonces su dedo, su cara o su PIN.',
      press: 'Crear la llave',
      known: 'Este dispositivo ya tiene una llave de acceso para su cuenta.',
    },
    removal: {
      title: 'Quitar una llave de acceso',
      text: [
        'Ya no podrá entrar con esta llave. Su contraseña sigue sirviendo.',
        'La llave queda en la lista de su dispositivo o programa hasta que usted la borre también ahí.',
      ],
      press: 'Quitar esta llave',
    },
    signIn: {
      link: 'Entrar con una llave de acceso',
      title: 'Entrar con una llave de acceso',
      text: 'Presione el botón. Su dispositivo le pide entonces su dedo, su cara o su PIN.',
      press: 'Usar mi llave',
      password: 'Entrar con su contraseña',
    },
    waiting: 'Siga lo que muestra su dispositivo.',
    stopped: 'Su dispositivo no siguió y no se hizo nada. Puede intentarlo otra vez.',
    failed: 'Algo falló y no se hizo nada. Inténtelo más tarde.',
    noScript:
      'Las llaves de acceso necesitan JavaScript, que está desactivado en este navegador. Puede usar su contraseña.',
    noPasskeys: 'Este navegador no tiene llaves de acceso. Puede usar su contraseña.',
  },
  zh: {
    link: (count) => (count === 0 ? '通行密钥：没有' : `通行密钥：${count}个`),
    title: '通行密钥',
    intro: [
      '有了通行密钥，您用指纹、面容或设备的PIN码登录，不用输入密码，也不用输入代码。',
      '通行密钥留在您的设备上，或留在替您保管密码的程序里。我们看不到您的指纹和面容。假冒本站的网站也无法使用它。',
    ],
    own: '您的通行密钥',
    none: '您没有通行密钥。',
    madeOn: '创建于',
    usedOn: '上次使用：',
    neverUsed: '从未使用',
    remove: '移除',
    full: (most) => `您已有${most}个通行密钥，不能再多。请先移除一个不需要的。`,
    make: {
      title: '创建通行密钥',
      name: '通行密钥的名称',
      nameHint: '方便您认出它，例如“我的手机”。',
      press: '继续',
    },
    confirm: {
      title: '创建您的通行密钥',
      text: '请按下面的按钮。您的设备会请您验证指纹、面容或PIN码。',
      press: '创建通行密钥',
      known: '这台设备已有您账户的通行密钥。',
    },
    removal: {
      title: '移除通行密钥',
      text: [
        '之后您不能再用这个通行密钥登录。您的密码仍然有效。',
        '它还会留在您的设备或程序的列表里，直到您在那里也删除它。',
      ],
      press: '移除这个通行密钥',
    },
    signIn: {
      link: '用通行密钥登录',
      title: '用通行密钥登录',
      text: '请按下面的按钮。您的设备会请您验证指纹、面容或PIN码。',
      press: '使用我的通行密钥',
      password: '用密码登录',
    },
    waiting: '请按您设备上的提示操作。',
    stopped: '您的设备没有继续，什么都没有做。您可以再试一次。',
    failed: '出了问题，什么都没有做。请稍后再试。',
    noScript: '通行密钥需要JavaScript，而这个浏览器关闭了它。您可以使用密码。',
    noPasskeys: '这个浏览器不支持通行密钥。您可以使用密码。',
  },
};
