package org.gongkai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a person's number, however it is written, and what only looks like one. */
class PersonalNumbersTest {
    private static final List<String> BEFORE =
            List.of("", "张三，", "身份证号：", "ID:", "（", "x", "第3名 ", "2023-09-13，", "\n| ", "　");
    private static final List<String> AFTER =
            List.of("", "。", "，男", " |", "）", "\n", "，电话0635-1234567", "等3人");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    379900198503070025     | 身份证号 37*************025
                    37990019850307005X     | 身份证号 37*************05X
                    37990019850307005x     | 身份证号 37*************05X
                    ３７９９００１９８５０３０７００２５ | 身份证号 37*************025
                    379900 19850307 0025   | 身份证号 37*************025
                    379900-1985-0307-0025  | 身份证号 37*************025
                    13800001234            | 手机号 138****1234
                    138 0000 1234          | 手机号 138****1234
                    138-0000-1234          | 手机号 138****1234
                    138-00001234           | 手机号 138****1234
                    138　0000　1234        | 手机号 138****1234
                    +86 138 0000 1234      | 手机号 138****1234
                    +8613800001234         | 手机号 138****1234
                    013800001234           | 手机号 138****1234
                    tel:13800001234        | 手机号 138****1234
                    13800001234@mail.example | 手机号 138****1234
                    0635-1234567 13800001234 | 手机号 138****1234
                    6217000012345670       | 银行卡号 6217********5670
                    6228480012345678903    | 银行卡号 6228***********8903
                    6228 4800 1234 5678 903 | 银行卡号 6228***********8903
                    """)
    void findsAndMasks(String text, String found) {
        assertEquals(List.of(found), certain(text));
    }

    @Test
    void findsANumberWithMarksThatNobodySees() {
        assertEquals(List.of("手机号 138****1234"), certain("138\u200b0000\u200b1234"));
        assertEquals(List.of("手机号 138****1234"), certain("1380000\ufeff1234"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "138****1234",
                "37*************025",
                "379900********0025",
                "113715250044422281/2021-26757114",
                "20230618-205818-135",
                "000014349/2018-00222",
                "37152500000001",
                "公网安备37990002000001号",
                "0635-1234567",
                "12345",
                "2023-09-13 2023-10-12 2023-12-31",
                "379900198502300025",
                "379900198503070026",
                "138000012345",
                "12800001234",
                "13800001234.56元",
                "0.13800001234",
                "a13800001234f",
                "120 150 1000 2000",
                "150 1000 2000 3000",
                "138 12345678",
                "138-20230913",
                "6217000012345671",
                "4111111111111111",
                "3799001985030701"
            })
    void leavesAloneWhatOnlyLooksLikeOne(String text) {
        assertEquals(List.of(), certain(text));
    }

    @ParameterizedTest
    @CsvSource({"379900850307002", "379900198503070026", "4111111111111111"})
    void leavesItToTheWordsAroundWhereFiguresAloneDoNotTell(String text) {
        List<PersonalNumber> found = PersonalNumbers.in(text);
        assertEquals(1, found.size());
        assertFalse(found.get(0).certain());
    }

    @Test
    void findsEachOfSeveralInTheirOrder() {
        assertEquals(
                List.of("身份证号 37*************025", "手机号 138****1234", "手机号 139****4321"),
                certain("张三 379900198503070025 13800001234 139 0000 4321"));
    }

    @Test
    void masksInTheTextWhatIsCertainAndNothingElse() {
        assertEquals(
                "张三138****1234，索引号113715250044422281/2021-26757114",
                PersonalNumbers.masked("张三13800001234，索引号113715250044422281/2021-26757114"));
    }

    @Test
    void neverNamesTheNumberInItsOwnDescription() {
        PersonalNumber number = PersonalNumbers.in("13800001234").get(0);
        assertFalse(number.toString().contains("0000"), number.toString());
    }

    @Test
    void takesACreditCodeForOneWhereThePlaceSaysSo() {
        // Figures alone, a valid birthday and both check characters right: only the place tells.
        String both = creditCodeThatIsAnIdentity();
        assertEquals(1, certain(both).size());
        assertEquals(List.of(), certain(both + "/2023-00000001"));
        assertEquals(List.of(), certain("统一社会信用代码：" + both));
        assertEquals(1, certain("身份证号" + both + "，").size());
    }

    @Test
    void findsEachOfAThousandIdentityNumbers() {
        Random random = new Random(20230913);
        for (int i = 0; i < 1000; i++) {
            String number = identity(random);
            String typed =
                    switch (i % 4) {
                        case 0 -> number;
                        case 1 ->
                                number.substring(0, 6)
                                        + " "
                                        + number.substring(6, 14)
                                        + " "
                                        + number.substring(14);
                        case 2 -> wide(number);
                        default -> number.toLowerCase(java.util.Locale.ROOT);
                    };
            String text = pick(BEFORE, random) + typed + pick(AFTER, random);
            assertEquals(
                    List.of(number),
                    PersonalNumbers.in(text).stream()
                            .filter(PersonalNumber::certain)
                            .map(PersonalNumber::digits)
                            .toList(),
                    text);
            assertFalse(PersonalNumbers.masked(text).contains(typed), text);
        }
    }

    @Test
    void flagsNoneOfAThousandCreditCodes() {
        Random random = new Random(20230913);
        for (int i = 0; i < 1000; i++) {
            String code =
                    creditCode(
                            random, i % 2 == 0 ? "0123456789" : "0123456789ABCDEFGHJKLMNPQRTUWXY");
            String text = pick(BEFORE, random) + code + pick(AFTER, random);
            assertEquals(List.of(), certain(text), text);
        }
    }

    private static List<String> certain(String text) {
        return PersonalNumbers.in(text).stream()
                .filter(PersonalNumber::certain)
                .map(number -> number.kind().label() + " " + number.masked())
                .collect(Collectors.toList());
    }

    private static String identity(Random random) {
        LocalDate born = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(34000));
        String division = pick(List.of("110101", "379900", "510703", "620102", "810000"), random);
        return withCheckCharacter(
                division
                        + born.toString().replace("-", "")
                        + String.format("%03d", random.nextInt(1000)));
    }

    private static String withCheckCharacter(String seventeen) {
        for (char c : "0123456789X".toCharArray()) {
            if (IdentityNumbers.hasRightCheckCharacter(seventeen + c)) {
                return seventeen + c;
            }
        }
        throw new AssertionError(seventeen);
    }

    private static String creditCode(Random random, String alphabet) {
        StringBuilder code = new StringBuilder(pick(List.of("11", "12", "51", "91"), random));
        code.append(pick(List.of("371525", "379900", "110119", "510720"), random));
        while (code.length() < 17) {
            code.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return code.append(IndexNumber.checkCharacter(code.toString())).toString();
    }

    private static String creditCodeThatIsAnIdentity() {
        for (int serial = 0; serial < 1000; serial++) {
            String number = withCheckCharacter("11371919850307" + String.format("%03d", serial));
            if (IndexNumber.checkCharacter(number.substring(0, 17)) == number.charAt(17)) {
                assertTrue(number.matches("\\d{18}"), number);
                return number;
            }
        }
        throw new AssertionError("none");
    }

    private static String wide(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(c -> wide.append((char) (c + 0xfee0)));
        return wide.toString();
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
