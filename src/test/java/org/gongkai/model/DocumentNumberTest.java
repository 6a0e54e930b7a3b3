package org.gongkai.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {
    @Test
    void acceptsTheFormOfTheStandard() {
        assertTrue(DocumentNumber.isStandard("东政办发〔2023〕7号"));
        assertEquals("东政办发〔2023〕7号", DocumentNumber.normalised("东政办发〔2023〕7号"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "商政办发[2023]2号",
                "商政办发［2023］2号",
                "商政办发(2023)2号",
                "商政办发（2023）2号",
                "商政办发【2023】2号",
                "商政办发〈2023〉2号",
                "商政办发〔2023〕02号",
                "商政办发〔2023〕第2号",
                "商政办发〔2023〕2",
                "商政办发 〔 2023 〕 2 号",
                "商政办发〔２０２３〕２号"
            })
    void bringsEveryOtherWritingIntoIt(String typed) {
        assertFalse(DocumentNumber.isStandard(typed));
        assertTrue(DocumentNumber.isLoose(typed));
        assertEquals("商政办发〔2023〕2号", DocumentNumber.normalised(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023年第2号公告", "11441700007280420Y/2021-00050", "商政办发2023年2号"})
    void leavesOtherNumbersAsTheyAre(String typed) {
        assertFalse(DocumentNumber.isLoose(typed));
        assertEquals(typed, DocumentNumber.normalised(typed));
    }

    @Test
    void keepsNumbersApartThatDiffer() {
        assertEquals("商政办发〔2023〕20号", DocumentNumber.normalised("商政办发[2023]20号"));
        assertEquals("商政发〔2023〕2号", DocumentNumber.normalised("商政发[2023]2号"));
    }
}
