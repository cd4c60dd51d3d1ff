package dev.creatorledger.events.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    @Nested
    class A8ThePath {

        @Test
        void leadsFromEveryLeafOfEverySizeToTheRoot() {
            for (int size = 1; size <= 70; size++) {
                List<byte[]> entries = IntStream.range(0, size)
                        .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
                        .toList();
                List<byte[]> leaves = leaves(entries);
                for (int index = 0; index < size; index++) {
                    assertThat(MerkleTree.path(leaves, index).stream().map(MerkleTree.Step::hash))
                            .as("%d of %d", index, size)
                            .isEqualTo(Rfc6962.path(index, entries).stream()
                                    .map(HexFormat.of()::formatHex)
                                    .toList());
                }
            }
        }

        @Test
        void saysOnWhichSideEachHashStands() {
            List<byte[]> leaves = leaves(List.of(new byte[] {1}, new byte[] {2}, new byte[] {3}));
            assertThat(MerkleTree.path(leaves, 1).stream().map(MerkleTree.Step::left))
                    .containsExactly(true, false);
            assertThat(MerkleTree.path(leaves, 2).stream().map(MerkleTree.Step::left))
                    .containsExactly(true);
        }

        @Test
        void isThereForNoOtherLeaf() {
            assertThatThrownBy(() -> MerkleTree.path(List.of(), 0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Nested
    class A8TheRoot {

        @Test
        void ofEverySizeIsTheOneThatRFC6962Defines() {
            for (int size = 0; size <= 70; size++) {
                List<byte[]> entries = IntStream.range(0, size)
                        .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
                        .toList();
                assertThat(MerkleTree.root(leaves(entries)))
                        .as("%d leaves", size)
                        .isEqualTo(HexFormat.of().formatHex(Rfc6962.treeHash(entries)));
            }
        }

        @ParameterizedTest(name = "of {0} of them")
        @CsvSource({
            "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
        })
        void ofTheEntriesThatCertificateTransparencyTestsWith(int count, String root) {
            List<byte[]> known = Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .limit(count)
                    .map(HexFormat.of()::parseHex)
                    .toList();
            assertThat(MerkleTree.root(leaves(known))).isEqualTo(root);
        }

        @Test
        void changesWithTheOrderOfTheLeaves() {
            List<byte[]> entries = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                entries.add(new byte[] {(byte) i});
            }
            String root = MerkleTree.root(leaves(entries));
            Collections.swap(entries, 3, 4);
            assertThat(MerkleTree.root(leaves(entries))).isNotEqualTo(root);
        }

        @Test
        void ofANodeIsNotTheRootOfItsLeavesHash() {
            // The prefix of leaves and the prefix of nodes differ, so no node can pass for a leaf.
            List<byte[]> two = leaves(List.of(new byte[] {1}, new byte[] {2}));
            byte[] joined = new byte[64];
            System.arraycopy(two.get(0), 0, joined, 0, 32);
            System.arraycopy(two.get(1), 0, joined, 32, 32);
            assertThat(MerkleTree.root(leaves(List.of(joined)))).isNotEqualTo(MerkleTree.root(two));
        }

        @Test
        void leavesTheGivenLeavesAsTheyWere() {
            List<byte[]> given = leaves(List.of(new byte[] {1}, new byte[] {2}, new byte[] {3}));
            List<byte[]> copies = given.stream().map(byte[]::clone).toList();
            MerkleTree.root(given);
            assertThat(given).usingElementComparator(Arrays::compare).isEqualTo(copies);
        }
    }

    private static List<byte[]> leaves(List<byte[]> entries) {
        return entries.stream().map(Rfc6962::leafHash).toList();
    }

    /** Section 2.1 of RFC 6962 word for word, recursive, with nothing taken from the code under test. */
    private static final class Rfc6962 {

        static byte[] treeHash(List<byte[]> entries) {
            int n = entries.size();
            if (n == 0) {
                return sha256(new byte[0]);
            }
            if (n == 1) {
                return leafHash(entries.get(0));
            }
            int k = 1;
            while (k * 2 < n) {
                k *= 2;
            }
            return sha256(new byte[] {1}, treeHash(entries.subList(0, k)), treeHash(entries.subList(k, n)));
        }

        /** PATH(m, D[n]) as section 2.1.1 defines it. */
        static List<byte[]> path(int m, List<byte[]> entries) {
            int n = entries.size();
            if (n == 1) {
                return List.of();
            }
            int k = 1;
            while (k * 2 < n) {
                k *= 2;
            }
            boolean first = m < k;
            List<byte[]> path =
                    new ArrayList<>(first ? path(m, entries.subList(0, k)) : path(m - k, entries.subList(k, n)));
            path.add(treeHash(first ? entries.subList(k, n) : entries.subList(0, k)));
            return path;
        }

        static byte[] leafHash(byte[] entry) {
            return sha256(new byte[] {0}, entry);
        }

        private static byte[] sha256(byte[]... parts) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (byte[] part : parts) {
                    digest.update(part);
                }
                return digest.digest();
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }
}
