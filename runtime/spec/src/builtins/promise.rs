//! Rows of `Promise` and `Promise.prototype`.

/// Hands the rows of `Promise` to `$user!`.
#[macro_export]
macro_rules! promise_rows {
    ($user:ident) => {
        $user! {
            /// Values that are there later.
            class Promise in promise, receiver Promise, inherits Object;

            /// Always a TypeError: promises are made with `new`.
            Call "Promise" => call(executor: Rest Value) length 1 -> Value,
                effects [Throws], eg [("Promise()", "throws TypeError: Promise constructor cannot be invoked without 'new'")];
            /// A promise that the function settles by one of its two arguments.
            Construct "Promise" => construct(executor: Req Value) length 1 -> Promise,
                effects [Throws, Alloc, CallsBack], eg [
                    ("String(new Promise(() => {}))", "'[object Promise]'"), ("new Promise(5)", "throws TypeError: Promise resolver 5 is not a function"),
                    ("new Promise({})", "throws TypeError: Promise resolver #<Object> is not a function"),
                ];

            /// The values of all promises of an iterable, or the first reason.
            Static "all" => all(values: Req Value) -> Promise,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("Promise.all([1]) instanceof Promise", "true"), ("Promise.all.call(undefined, [])", "throws TypeError: Promise.all called on non-object")];
            /// How all promises of an iterable were settled.
            Static "allSettled" => all_settled(values: Req Value) -> Promise,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("Promise.allSettled([1]) instanceof Promise", "true")];
            /// The first value of the promises of an iterable, or an AggregateError with all reasons.
            Static "any" => any(values: Req Value) -> Promise,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("Promise.any([1]) instanceof Promise", "true")];
            /// What the first promise of an iterable that is settled is settled with.
            Static "race" => race(values: Req Value) -> Promise,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [("Promise.race([1]) instanceof Promise", "true")];
            /// A promise that is resolved with the value; the value itself if it is a promise.
            Static "resolve" => resolve(value: Req Value) -> Promise,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("(() => { const p = Promise.resolve(1); return Promise.resolve(p) === p })()", "true"), ("Promise.resolve.call(undefined, 1)", "throws TypeError: PromiseResolve called on non-object"),
                ];
            /// A promise that is rejected with the reason.
            Static "reject" => reject(reason: Req Value) -> Promise,
                effects [Alloc], eg [("(() => { const p = Promise.reject(1); p.catch(() => {}); return typeof p })()", "'object'")];

            /// Calls a function when the promise is settled; a promise of what comes of that.
            Method "then" => then(onFulfilled: Req Value, onRejected: Req Value) -> Promise,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Promise.resolve(1).then() instanceof Promise", "true"), ("Promise.prototype.then.call({})", "throws TypeError: Method Promise.prototype.then called on incompatible receiver #<Object>"),
                ];
            /// Calls a function when the promise is rejected.
            Method "catch" => catch(onRejected: Req Value) -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Promise.resolve(1).catch() instanceof Promise", "true"), ("Promise.prototype.catch.call({ then: (a, b) => [a, b] }, 1)", "[undefined, 1]"),
                ];
            /// Calls a function when the promise is settled, however that is.
            Method "finally" => finally(onFinally: Req Value) -> Value,
                effects [Throws, Alloc, ReadsHeap, CallsBack], eg [
                    ("Promise.resolve(1).finally() instanceof Promise", "true"), ("Promise.prototype.finally.call(1)", "throws TypeError: Promise.prototype.finally called on non-object"),
                ];
        }
    };
}
promise_rows!(declare);
