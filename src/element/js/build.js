// Which build a file is of. Files are cached one by one, and those of two builds do not understand each other.

/** The name of the build; nothing where nobody gave it one, as in development. @type {string | undefined} */
export const build = BUILD;

const mixed = "files of two versions";

/** Throws if `file` is of another build than the one who asks. @param {string} file @param {string | undefined} its */
export const check = (file, its) => {
  if (its !== build)
    throw Error(`${mixed}: ${file} is of ${its}, what asks for it of ${build}; replace all, and reload without the cache`);
};

/** Whether somebody has thrown that already. @param {unknown} error */
export const isMixed = (error) => `${error}`.includes(mixed);
