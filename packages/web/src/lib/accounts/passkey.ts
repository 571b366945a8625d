import { client } from '#lib/api.ts';

/** Asks the device for a passkey of ours and signs in with it; false when refused or called off. */
export async function signInWithPasskey(): Promise<boolean> {
  const account = client(fetch).account;
  try {
    const options = (await account('passkey/generate-authenticate-options')) as PublicKeyCredentialRequestOptionsJSON;
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const credential = await navigator.credentials.get({ publicKey });
    if (!(credential instanceof PublicKeyCredential)) return false;
    await account('passkey/verify-authentication', { response: credential.toJSON() });
    return true;
  } catch {
    return false;
  }
}

/** Makes a passkey on this device for the person signed in; false when refused or called off. */
export async function addPasskey(name: string): Promise<boolean> {
  const account = client(fetch).account;
  try {
    const options = (await account('passkey/generate-register-options')) as PublicKeyCredentialCreationOptionsJSON;
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const credential = await navigator.credentials.create({ publicKey });
    if (!(credential instanceof PublicKeyCredential)) return false;
    await account('passkey/verify-registration', { response: credential.toJSON(), name });
    return true;
  } catch {
    return false;
  }
}
