//! Rows of `meta.storage`.

/// Hands the rows of `meta.storage` to `$user!`.
#[macro_export]
macro_rules! storage_rows {
    ($user:ident) => {
        $user! {
            /// Values that are kept per plugin config.
            class storage in storage, receiver Host;

            /// The value stored under `key`, or `defaultValue`.
            Method "get" => get(key: Req Value, defaultValue: Req Value) -> Value,
                effects [Async, Throws, Host(Storage)], eg [];

            /// Stores `value` under `key`; `undefined` removes what is stored.
            Method "set" => set(key: Req Value, value: Req Value) -> Undefined,
                effects [Async, Throws, CallsBack, Host(Storage)], eg [];

            /// Removes what is stored under `key`.
            Method "del" => del(key: Req Value) -> Undefined,
                effects [Async, Throws, Host(Storage)], eg [];
        }
    };
}
storage_rows!(declare);
