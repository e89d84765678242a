/** What `--help` shows beside what commander shows by itself. */
import { Help, type HelpConfiguration, type Option } from "commander";

/** Every help lists the options of `tillit` itself, and says which options a command cannot do without. */
export const helpConfiguration: HelpConfiguration = {
  showGlobalOptions: true,
  optionDescription(option: Option): string {
    const text = Help.prototype.optionDescription.call(this, option);
    return option.mandatory && option.defaultValue === undefined ? `${text} (required)` : text;
  },
};

/** The exit codes, below the help of `tillit` itself. */
export const exitCodes = `
Exit codes:
  0  done
  1  findings: what was checked does not hold
  2  wrong use, or input that cannot be read
  3  some records were rejected or could not be determined
  4  refused for safety: would overwrite, or was tampered with`;
