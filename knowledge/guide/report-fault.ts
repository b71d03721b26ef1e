/** Takes down what is wrong on a line of a page, and what to write instead; reading goes on. */
export type ReportFault = (code: string, line: number, message: string) => void;
