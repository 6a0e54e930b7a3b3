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
                    138  0000  1234        | 手机号 138****1234
                    138.0000.1234          | 手机号 138****1234
                    1.138.0000.1234        | 手机号 138****1234
                    3. 138 0000 1234       | 手机号 138****1234
                    138 - 0000 - 1234      | 手机号 138****1234
                    138 00001234           | 手机号 138****1234
                    +86 138 00001234       | 手机号 138****1234
                    13800 001234           | 手机号 138****1234
                    1380000 1234           | 手机号 138****1234
                    1380000-1234           | 手机号 138****1234
                    1380 000 1234          | 手机号 138****1234
                    1 3 8 0 0 0 0 1 2 3 4  | 手机号 138****1234
                    1-3-8-0-0-0-0-1-2-3-4  | 手机号 138****1234
                    138 20231234           | 手机号 138****1234
                    电话：138 20230913     | 手机号 138****0913
                    手机 13 80 00 01 23 4  | 手机号 138****1234
                    379900.19850307.0025   | 身份证号 37*************025
                    379900  19850307  0025 | 身份证号 37*************025
                    3 379900 19850307 0025 | 身份证号 37*************025
                    37990019 85030700 25   | 身份证号 37*************025
                    379900198503 07005 X   | 身份证号 37*************05X
                    3 7 9 9 0 0 1 9 8 5 0 3 0 7 0 0 2 5 | 身份证号 37*************025
                    3 7 9 9 0 0 1 9 8 5 0 3 0 7 0 0 5 X | 身份证号 37*************05X
                    6217000012345670       | 银行卡号 6217********5670
                    6228480012345678903    | 银行卡号 6228***********8903
                    6228 4800 1234 5678 903 | 银行卡号 6228***********8903
                    """)
    void findsAndMasks(String text, String found) {
        assertEquals(List.of(found), certain(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3799001985\n03070025",
                "379900198503070\r\n  025",
                "379900 19850307\n0025，",
                "379900-19850307-\n0025",
                "379900198503070\u200b\n\u2060025"
            })
    void findsAnIdentityNumberThatALineEndCuts(String text) {
        assertEquals(List.of("身份证号 37*************025"), certain(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张三 138 12345678\n李四 139 87654321",
                "张三  138  1234  5678\n李四  139  8765  4321",
                "1 13812345678\n张三 138 12345678",
                "张三 138 1234 5678 252200\n李四 139 8765 4321 252200",
                "张三 13812 345678\n县政府办公室"
            })
    void findsTheNumbersOfAList(String text) {
        long lines = text.lines().filter(line -> line.matches(".*\\d.*")).count();
        assertEquals(lines, certain(text).size());
    }

    @Test
    void findsANumberWithMarksThatNobodySees() {
        for (char unseen : "\u200b\u200c\u200d\u200e\u2060\ufeff\u00ad".toCharArray()) {
            assertEquals(
                    List.of("手机号 138****1234"),
                    certain("13800001234".replace("", unseen + "")),
                    Integer.toHexString(unseen));
            assertEquals(
                    List.of("手机号 138****1234"),
                    certain("138 " + unseen + "0000" + unseen + " 1234"),
                    Integer.toHexString(unseen));
        }
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
                "138 12345678元",
                "138 20230913",
                "138 20230001",
                "138-20230913",
                "13812-345678元",
                "15000-200000",
                "138.12345678",
                "138.1234 5678",
                "138.1234 139.5678",
                "1381234.5678",
                "1500000 2023年",
                "1500 1000 100 200",
                "13 81 23 45 67 8",
                "1 3 8 1 2 3 4 5 6 7 8 9",
                "192.168.10.100",
                "2023.09.13 2023.10.12 2023.12.31",
                "1.13 2.14 3.15 4.16",
                "0635-3284567 0635-3281234",
                "东阿镇  1500  138  12345678",
                "合计 150 12345678\n铜城 120 23456789",
                "铜城 120 23456789\n合计  150  1234  5678",
                "1381234\n5678",
                "379900 19850307\n\n0025",
                "379900 19850307 0026",
                "2023年9月13日 15000 2000",
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
    void findsEachOfAThousandIdentityNumbersHoweverTheyAreCut() {
        Random random = new Random(20230914);
        List<String> gaps =
                List.of(" ", "  ", "\u00a0", "-", ".", " - ", "\u3000", "\n", "\u200b ");
        for (int i = 0; i < 1000; i++) {
            String number = identity(random);
            int first = 1 + random.nextInt(16);
            int second = first + 1 + random.nextInt(17 - first);
            String typed =
                    switch (i % 3) {
                        case 0 ->
                                number.substring(0, first)
                                        + pick(gaps, random)
                                        + number.substring(first);
                        case 1 ->
                                number.substring(0, first)
                                        + pick(gaps.subList(0, 7), random)
                                        + number.substring(first, second)
                                        + pick(gaps, random)
                                        + number.substring(second);
                        default -> number.replaceAll("\\B", pick(gaps.subList(0, 7), random));
                    };
            String text = pick(List.of("", "张三，", "（", "|"), random) + typed + pick(AFTER, random);
            assertEquals(
                    List.of(number),
                    PersonalNumbers.in(text).stream()
                            .filter(PersonalNumber::certain)
                            .map(PersonalNumber::digits)
                            .toList(),
                    text);
        }
    }

    @Test
    void findsEachOfAThousandMobileNumbersAsTheyAreSpoken() {
        Random random = new Random(20230914);
        List<String> gaps = List.of(" ", "  ", "\u00a0", "-", ".", " - ", "\u3000", "\u200b ");
        for (int i = 0; i < 1000; i++) {
            String number = "1" + (3 + random.nextInt(7)) + figures(9, random);
            String gap = pick(gaps, random);
            String typed = number.replaceAll("(...)(....)(....)", "$1" + gap + "$2" + gap + "$3");
            String text = pick(List.of("", "张三，", "（", "|"), random) + typed + pick(AFTER, random);
            assertEquals(1, certain(text).size(), text);
        }
    }

    @Test
    void flagsNothingInAThousandTablesOfFigures() {
        Random random = new Random(20230914);
        for (int i = 0; i < 1000; i++) {
            StringBuilder table = new StringBuilder();
            String gap = pick(List.of(" ", "  ", "    ", "\t", " | "), random);
            int columns = 4 + random.nextInt(4);
            for (int row = 0; row < 8; row++) {
                table.append(pick(List.of("铜城街道", "合计", "姚寨镇"), random));
                for (int column = 0; column < columns; column++) {
                    int figure = random.nextInt(1 + (int) Math.pow(10, 1 + random.nextInt(6)));
                    table.append(gap).append(figure);
                }
                table.append('\n');
            }
            assertEquals(List.of(), certain(table.toString()), table.toString());
        }
    }

    @Test
    void flagsNothingInAThousandLinesOfDaysAndTelephonesOfOffices() {
        Random random = new Random(20230914);
        for (int i = 0; i < 1000; i++) {
            StringBuilder line = new StringBuilder();
            String gap = pick(List.of(" ", "  ", "\n", "、", "至", "-", "\u3000"), random);
            for (int each = 0; each < 6; each++) {
                LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(12000));
                line.append(
                        switch (random.nextInt(5)) {
                            case 0 -> day.toString();
                            case 1 -> day.toString().replace('-', '.');
                            case 2 -> "0635-" + (2 + random.nextInt(7)) + figures(6, random);
                            case 3 -> day.getYear() + "-" + figures(8, random);
                            default -> "0635 " + (2 + random.nextInt(7)) + figures(6, random);
                        });
                line.append(gap);
            }
            assertEquals(List.of(), certain(line.toString()), line.toString());
        }
    }

    private static String figures(int count, Random random) {
        StringBuilder figures = new StringBuilder();
        for (int i = 0; i < count; i++) {
            figures.append(random.nextInt(10));
        }
        return figures.toString();
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
