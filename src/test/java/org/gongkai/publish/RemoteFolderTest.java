package org.gongkai.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which targets name another machine, and which a folder of this one. */
class RemoteFolderTest {
    @ParameterizedTest
    @CsvSource({
        "web@www.example.gov.cn:/srv/www/xxgk, true",
        "www.example.gov.cn:/srv/www/xxgk, true",
        "web@h:/srv/www/xxgk, true",
        "w@h:srv, true",
        "web@[::1]:/srv/www, true",
        "[::1]:/srv/www, true",
        "7:/srv/www, true",
        "h:/srv/www, false",
        "C:\\www, false",
        "c:/www, false",
        "/srv/www, false",
        "www, false",
        "/srv/web@h:/www, false",
        "-oProxyCommand@h:/www, false",
        "-h:/www, false"
    })
    void tellsAnotherMachineFromAFolder(String target, boolean remote) {
        assertEquals(remote, RemoteFolder.isAddress(target));
    }
}
