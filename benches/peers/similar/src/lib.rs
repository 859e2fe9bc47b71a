//! Two texts in, how many runs of words a reader would be shown out.

use similar::TextDiff;

/// Room for a text of `length` bytes; gives its address.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    Box::leak(vec![0; length].into_boxed_slice()).as_mut_ptr()
}

/// How many runs the two texts fall into, word by word.
///
/// # Safety
/// Both addresses are from [`room`], with the lengths asked for.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn runs(a: *const u8, a_length: usize, b: *const u8, b_length: usize) -> usize {
    // SAFETY: the caller says so.
    let (a, b) = unsafe { (std::slice::from_raw_parts(a, a_length), std::slice::from_raw_parts(b, b_length)) };
    let (a, b) = (String::from_utf8_lossy(a), String::from_utf8_lossy(b));
    TextDiff::from_words(a.as_ref(), b.as_ref()).ops().len()
}
