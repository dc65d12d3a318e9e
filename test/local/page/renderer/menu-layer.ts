/** Puts a select's menu into the body, above dialogs, so that neither a table nor a dialog cuts it off. */
export const menuAboveDialogs = {
  menuPortalTarget: document.body,
  styles: { menuPortal: (base: object) => ({ ...base, zIndex: 9999 }) },
};
