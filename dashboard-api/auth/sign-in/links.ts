/** Where somebody signs in, and comes back from. */
export const signInLink = (returnTo: string): string =>
  `/sign-in?${new URLSearchParams({ return_to: returnTo })}`;

export const CALLBACK_PATH = '/sign-in/callback';
