// Which build a file is of. Files are cached one by one, and files of two builds do not understand each other.

/** The name of the build; undefined where it has none, as in development. @type {string | undefined} */
export const build = BUILD;

const mixed = "files of two versions";

/** Throws if `file`, of the build `its`, is of another than this script. @param {string} file @param {string | undefined} its */
export const check = (file, its) => {
  if (its !== build)
    throw Error(`${mixed}: ${file} is of ${its}, what asks for it of ${build}; replace all, and reload without the cache`);
};

/** Whether `error` is what `check` throws. @param {unknown} error */
export const isMixed = (error) => `${error}`.includes(mixed);
