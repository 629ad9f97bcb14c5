/**
 * Why a ballot file is refused: the line where reading stopped (the first line is 1; 0 when the fault is the
 * file as a whole) and the reason in plain English, for whoever wrote the file.
 */
export type FileProblem = { readonly line: number; readonly reason: string };
