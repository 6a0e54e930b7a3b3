package org.gongkai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourTest {
    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff, 21.00",
        "#ffffff, #ffffff, 1.00",
        "#767676, #ffffff, 4.54",
        "#595959, #ffffff, 7.00",
        "#ff0000, #ffffff, 4.00",
        "#0000ff, #ffff00, 8.00"
    })
    void contrastIsThatOfWcagInEitherOrder(String one, String other, double ratio) {
        Colour first = Colour.ofHex(one).orElseThrow();
        Colour second = Colour.ofHex(other).orElseThrow();
        assertEquals(ratio, first.contrast(second), 0.005);
        assertEquals(first.contrast(second), second.contrast(first));
    }

    @ParameterizedTest
    @CsvSource({"red", "'#fff'", "'#8f14140'", "8f1414", "''", "'#8g1414'"})
    void anythingButSixDigitsIsNoColour(String text) {
        assertEquals(Optional.empty(), Colour.ofHex(text));
    }

    @ParameterizedTest
    @CsvSource({"'#8F1414', '#8f1414'", "'#00ff07', '#00ff07'"})
    void writesWhatItRead(String text, String hex) {
        assertEquals(hex, Colour.ofHex(text).orElseThrow().hex());
    }
}
