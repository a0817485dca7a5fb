/** Where the settings lie in `storage.local`. The key is elsewhere and only as ciphertext. */
export const SETTINGS_ITEM = "settings";
