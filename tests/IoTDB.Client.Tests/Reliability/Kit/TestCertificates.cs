using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IoTDB.Client.Tests.Reliability;

/// <summary>An authority of our own and what it signs, made anew for each test run.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _authority;
    private readonly List<string> _files = [];

    public TestCertificates(string name)
    {
        CertificateRequest request = new($"CN={name}", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-5), DateTimeOffset.UtcNow.AddYears(5));
        CaFile = Write(_authority.ExportCertificatePem());
    }

    /// <summary>PEM file of the authority.</summary>
    public string CaFile { get; }

    /// <summary>A certificate for a host name or address, valid from and to so many days from now.</summary>
    public X509Certificate2 Issue(string host, int from = -1, int to = 30)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        if (IPAddress.TryParse(host, out IPAddress? address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        byte[] serial = RandomNumberGenerator.GetBytes(8);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40); // positive, and without a leading zero, which DER forbids
        using X509Certificate2 signed = request.Create(_authority, DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(to), serial);
        using X509Certificate2 whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>PEM file with a certificate and its key.</summary>
    public string FileOf(X509Certificate2 certificate)
    {
        using RSA key = certificate.GetRSAPrivateKey()!;
        using RSA exportable = RSA.Create();
        exportable.ImportEncryptedPkcs8PrivateKey("x", key.ExportEncryptedPkcs8PrivateKey("x", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1)), out _);
        return Write(certificate.ExportCertificatePem() + "\n" + exportable.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose()
    {
        _files.ForEach(File.Delete);
        _authority.Dispose();
        _key.Dispose();
    }

    private string Write(string pem)
    {
        string file = Path.GetTempFileName();
        _files.Add(file);
        File.WriteAllText(file, pem);
        return file;
    }
}
