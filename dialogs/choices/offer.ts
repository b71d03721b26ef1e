/**
 * Stands where a question's id would, for the buttons of views that ask nothing: an offer ("Show therapists")
 * may be taken up at any time, so that its answer is never one to an older question.
 */
export const OFFER = 'message';
