package org.gongkai.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortScriptTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "→",
            quoteCharacter = '#',
            value = {
                "const long = 1; use(long); → const a=1;use(a);",
                "const take = (first, ...others) => first + others; → const c=(b,...a)=>b+a;",
                "function add(one, [two], three = one) {} → function c(a,[d],b=a){}",
                "const [left, right] = pair; → const[b,a]=pair;",
                "for (const each of all) see(each) → for(const a of all)see(a)",
                // What is a property, too, keeps its name wherever it stands.
                "const size = 1; all.size(size, other); → const size=1;all.size(size,other);",
                "const size = 1; use({size, other}); → const size=1;use({size,other});",
                "const size = 1; use({a: 2, size: size}); → const size=1;use({a:2,size:size});",
                "const {size = 3} = all; const size2 = size; → const{size=3}=all;const a=size;",
                "class Some { size() {} } const kept = new Some(); → class a{size(){}}const b=new a();",
                "export const kept = 1; export async function made() {} → export const kept=1;export async function made(){}",
                // Texts are left alone, and what stands in a template's gaps is not.
                "const name = 'name'; use(`name ${name} {name} ${all(`${name}`)}`); → const a='name';use(`name ${a} {name} ${all(`${a}`)}`);",
                "const name = /name [/'] b/g; const half = name / 2 / name; → const a=/name [/'] b/g;const b=a/2/a;",
                "const one = two + +three - -four; → const a=two+ +three- -four;",
                // A word of the language may name a variable.
                "const of = 1; for (const each of all) see(of); → const of=1;for(const a of all)see(of);",
                // A name that is there is not given again.
                "const name = a + b; → const c=a+b;",
            })
    void namesThatOnlyTheScriptKnowsAreShort(String script, String expected) {
        assertEquals(expected + "\n", ShortScript.of(script));
    }

    @Test
    void aLineThatMayEndAStatementStays() {
        assertEquals(
                "let a=1\nlet b={c:2}\na=b\n(1).call(a,b)\n",
                ShortScript.of(
                        "let a = 1\nlet b = {\n  c: 2\n}\na = b\n(1)\n  .call(a,\n    b)\n"));
    }
}
