//! What only TypeScript has.

use super::super::hint::Hint::{Any, Arr, Bool, Num, Obj, Str};
use super::{Group, Statement, Template};

/// The group.
pub(super) const GROUP: Group = Group { classes: &[], expressions: EXPRESSIONS, literals: &[], statements: STATEMENTS };

const EXPRESSIONS: &[Template] = &[
    (Num, "(§ as number)", &[Any]),
    (Str, "(§ as unknown as string)", &[Any]),
    (Str, "(§ satisfies string)", &[Str]),
    (Obj, "(§ as any)!", &[Any]),
    (Any, "(§ as any).a", &[Obj]),
    (Any, "§!.b!.a", &[Obj]),
    (Any, "(<T,>(@1: T, @2?: number): T[] => [@1, @2 as any])(§)", &[Any]),
    (Arr, "((@1: string, ...@2: any[]): any[] => [@1, @2])(...(§ as [string]))", &[Arr]),
    (Bool, "((@1: any): @1 is string => typeof @1 === 'string')(§)", &[Any]),
];

const STATEMENTS: &[Statement] = &[
    ("type @1 = { a?: number }; const @2: @1 = § as @1; log.push(@2?.a); ¤", &[Any]),
    ("{ let @1: number | string = §; @1 = £ as any; log.push(@1!); ¤ }", &[Num, Any]),
    ("enum @1 { A, B = 5, C, D = 'd' as any } log.push(@1.A, @1.C, (@1 as any)[5], @1); ¤", &[]),
    ("enum @1 { A = 'x', B = 'y' } log.push(Object.entries(@1), (@1 as any)[§]); ¤", &[Any]),
    (
        "interface @1 { f(): void } class @2 implements @1 { private a: number = §; readonly b = £; declare c: string; f(): void { log.push(this.a) } } new @2().f(); log.push(new @2()); ¤",
        &[Num, Any],
    ),
    ("function @1(@2: number): number; function @1(@2: any): any { return [@2, £] } log.push(@1(§)); ¤", &[Any, Any]),
];
