using IoTDB.Embedded.Engine.Durability;
using IoTDB.Wire.Messages;

namespace IoTDB.Embedded.Engine;

/// <summary>Accounts and their passwords. Everybody may do everything: privileges are kept, not enforced.</summary>
/// <param name="username">The account there is without anybody having made it.</param>
/// <param name="password">Its password until it is changed.</param>
/// <param name="changes">Where changes are noted; null if nobody keeps them.</param>
internal sealed class UserDirectory(string username, string password, ChangeLog? changes = null)
{
    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal) { [username] = new Account(password, null) };

    // Guards _accounts: logins come from any connection.
    private readonly Lock _gate = new();

    /// <summary>Names of all accounts, by name.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_gate)
            {
                return [.. _accounts.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    public bool Check(string user, string? secret)
    {
        Account? account;
        lock (_gate)
        {
            account = _accounts.GetValueOrDefault(user);
        }

        return account is not null && secret is not null && account.Matches(secret);
    }

    /// <exception cref="StatusException">805 the name is taken.</exception>
    public void Create(string user, string secret)
    {
        lock (_gate)
        {
            if (!_accounts.TryAdd(user, new Account(secret, null)))
            {
                throw new StatusException(StatusCode.UserAlreadyExist, $"User {user} already exists");
            }
        }

        changes?.Add(new Durability.Change.UserKept(user, PasswordHash.Of(secret)));
    }

    /// <exception cref="StatusException">804 there is no such user.</exception>
    public void Change(string user, string secret)
    {
        lock (_gate)
        {
            if (!_accounts.ContainsKey(user))
            {
                throw new StatusException(StatusCode.UserNotExist, $"User {user} does not exist");
            }

            _accounts[user] = new Account(secret, null);
        }

        changes?.Add(new Durability.Change.UserKept(user, PasswordHash.Of(secret)));
    }

    /// <exception cref="StatusException">804 there is no such user.</exception>
    public void Drop(string user)
    {
        lock (_gate)
        {
            if (!_accounts.Remove(user))
            {
                throw new StatusException(StatusCode.UserNotExist, $"User {user} does not exist");
            }
        }

        changes?.Add(new Durability.Change.UserGone(user));
    }

    /// <summary>Takes an account back from storage.</summary>
    public void Restore(string user, string hash)
    {
        lock (_gate)
        {
            _accounts[user] = new Account(null, hash);
        }
    }

    // A hash is slow to check on purpose; what matched once is remembered.
    private sealed class Account(string? secret, string? hash)
    {
        private volatile string? _secret = secret;

        public bool Matches(string given)
        {
            if (_secret is { } known)
            {
                return known == given;
            }

            if (!PasswordHash.Matches(given, hash!))
            {
                return false;
            }

            _secret = given;
            return true;
        }
    }
}
