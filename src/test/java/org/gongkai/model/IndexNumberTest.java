package org.gongkai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "113715250044422281/2021-26757114",
                "11441700007280420Y/2021-00050",
                "11341702486344515H/202110-00013"
            })
    void acceptsCreditCodesThatAreInUse(String number) {
        assertTrue(IndexNumber.hasRightCheckCharacter(number));
    }

    @Test
    void noticesEachSingleCharacterChangedInACreditCode() {
        String number = "11441700007280420Y/2021-00050";
        for (int i = 0; i < 18; i++) {
            char other = number.charAt(i) == '3' ? '5' : '3';
            String changed = number.substring(0, i) + other + number.substring(i + 1);
            assertFalse(IndexNumber.hasRightCheckCharacter(changed), changed);
        }
    }

    @Test
    void noticesTwoNeighboursSwapped() {
        assertFalse(IndexNumber.hasRightCheckCharacter("11441700002780420Y/2021-00050"));
    }

    @Test
    void givesTheCheckCharacterThatSeventeenCharactersCallFor() {
        assertEquals('Y', IndexNumber.checkCharacter("11441700007280420"));
        assertEquals('H', IndexNumber.checkCharacter("11341702486344515"));
        assertEquals('1', IndexNumber.checkCharacter("11371525004442228"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000014349/2018-00222", "01527918X-2020-153077", "20230618-205818-135"})
    void asksNoCheckCharacterOfNumbersWithoutACreditCode(String number) {
        assertTrue(IndexNumber.hasRightCheckCharacter(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    113715250044422281/2021-26757114 | 2021
                    11341702486344515H/202110-00013  | 2021
                    000014349/2018-00222             | 2018
                    01527918X-2020-153077            | 2020
                    20230618-205818-135              | 0
                    20230618-201210-135              | 0
                    abc                              | 0
                    """)
    void findsTheYear(String number, int year) {
        assertEquals(year, IndexNumber.year(number));
    }

    @Test
    void takesFullWidthAndSpacedWritingsForTheSameNumber() {
        assertEquals(
                "11441700007280420Y/2021-00050",
                IndexNumber.normalised("１１441700007280420y ／ 2021-00050"));
    }
}
