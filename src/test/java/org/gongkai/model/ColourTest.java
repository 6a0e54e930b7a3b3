package org.gongkai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource({"#c00000", "#2b7de9", "#777777", "#ffff00", "#ffffff", "#00a650"})
    void darkenedIsTheNearestDarkerThatHasTheContrast(String text) {
        List<Colour> white = List.of(new Colour(255, 255, 255));
        Colour colour = Colour.ofHex(text).orElseThrow();
        Colour darker = colour.darkened(7, white);
        assertTrue(darker.contrast(white) >= 7, darker::hex);
        assertTrue(darker.contrast(white) < 7.2, darker::hex);
        assertEquals(darker, darker.darkened(7, white), "what passes stays");
    }

    @ParameterizedTest
    @CsvSource({"#8f1414", "#0b4a8f", "#000000"})
    void lightenedHasTheContrastWithTheDark(String text) {
        List<Colour> dark = List.of(new Colour(25, 24, 23), new Colour(57, 49, 21));
        Colour lighter = Colour.ofHex(text).orElseThrow().lightened(7, dark);
        assertTrue(lighter.contrast(dark) >= 7, lighter::hex);
        assertTrue(lighter.contrast(dark) < 7.3, lighter::hex);
    }

    @Test
    void noShadeHasAContrastThatIsTooHigh() {
        Colour white = new Colour(255, 255, 255);
        assertEquals(new Colour(0, 0, 0), white.darkened(22, List.of(white)));
    }
}
