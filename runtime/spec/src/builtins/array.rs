//! Rows of `Array`.

/// Hands the rows of `Array` to `$user!`.
#[macro_export]
macro_rules! array_rows {
    ($user:ident) => {
        $user! {
            /// Arrays.
            class Array in array, receiver Array, inherits Object;

            /// The elements that `callback` returns for each element.
            Method "map" => map(callback: Req CallbackWithThis) -> Array,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("[1, 2].map(x => x * 2)", "[2, 4]")];
            /// Appends elements and returns the new length.
            Method "push" => push(items: Rest Value) length 1 -> Num,
                effects [Throws, Alloc, MutatesReceiver], eg [("[1].push(2, 3)", "3")];
        }
    };
}
array_rows!(declare);
